package org.demandwright.erp.adapter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.demandwright.erp.ErpReport.Exclusion;
import org.demandwright.erp.ErpReport.Lines;
import org.demandwright.erp.ErpReport.SampleLine;

/** Counts what the sales lines are, in one pass, and shows the newest of them. */
final class LineCensus {
  private static final int MOST_GROUPS = 10_000;
  private static final int SAMPLE = 10;

  private final LimitedQueries queries;

  LineCensus(LimitedQueries queries) {
    this.queries = queries;
  }

  /** Lines that are alike. */
  private record Group(
      String reason,
      boolean returned,
      boolean kit,
      long lines,
      LocalDate first,
      LocalDate last,
      LocalDateTime changed) {

    static Group of(ResultSet row) throws SQLException {
      return new Group(
          row.getString(1),
          "RETURN".equals(row.getString(2)),
          row.getBoolean(3),
          row.getLong(4),
          row.getObject(5, LocalDate.class),
          row.getObject(6, LocalDate.class),
          row.getObject(7, LocalDateTime.class));
    }

    boolean excluded() {
      return reason != null;
    }

    boolean demand() {
      return !excluded() && !returned;
    }
  }

  Lines count() throws SQLException {
    List<Group> groups =
        queries.list(
            "select excluded_because, line_kind, is_kit, count(*), min(demand_date),"
                + " max(demand_date), max(changed_at) from dw_sales_line"
                + " group by excluded_because, line_kind, is_kit",
            MOST_GROUPS,
            Group::of);
    List<Group> demand = groups.stream().filter(Group::demand).toList();
    return new Lines(
        lines(groups),
        lines(demand),
        lines(groups.stream().filter(g -> !g.excluded() && g.returned()).toList()),
        lines(demand.stream().filter(Group::kit).toList()),
        excluded(groups),
        demand.stream().map(Group::first).filter(Objects::nonNull).min(Comparator.naturalOrder()),
        demand.stream().map(Group::last).filter(Objects::nonNull).max(Comparator.naturalOrder()),
        groups.stream()
            .map(Group::changed)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder()));
  }

  private static long lines(List<Group> groups) {
    return groups.stream().mapToLong(Group::lines).sum();
  }

  private static List<Exclusion> excluded(List<Group> groups) {
    Map<String, Long> byReason = new TreeMap<>();
    groups.stream()
        .filter(Group::excluded)
        .forEach(g -> byReason.merge(g.reason(), g.lines(), Long::sum));
    List<Exclusion> excluded = new ArrayList<>();
    byReason.forEach(
        (reason, lines) -> excluded.add(new Exclusion(reason, lines, PackedScripts.why(reason))));
    excluded.sort(Comparator.comparingLong(Exclusion::lines).reversed());
    return excluded;
  }

  /** Returns the lines of the last change stamps, found by the index that the import pages by. */
  List<SampleLine> newest() throws SQLException {
    return queries.list(
        "select line_id, line_kind, document_no, demand_date, item_id, site_id, quantity, uom_id,"
            + " excluded_because, changed_at from dw_sales_line order by changed_at desc limit "
            + SAMPLE,
        SAMPLE,
        LineCensus::sample);
  }

  private static SampleLine sample(ResultSet row) throws SQLException {
    return new SampleLine(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getBigDecimal(7) == null
            ? null
            : row.getBigDecimal(7).stripTrailingZeros().toPlainString(),
        row.getString(8),
        row.getString(9),
        row.getString(10));
  }
}
