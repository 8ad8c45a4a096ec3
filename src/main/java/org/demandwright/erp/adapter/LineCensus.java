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
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.demandwright.core.demand.LineKind;
import org.demandwright.erp.adapter.ErpReport.Exclusion;
import org.demandwright.erp.adapter.ErpReport.Lines;
import org.demandwright.erp.adapter.ErpReport.SampleLine;

/** What the sales lines are, counted in one pass. */
final class LineCensus {
  private static final int MOST_GROUPS = 10_000;

  private final List<Group> groups;

  private LineCensus(List<Group> groups) {
    this.groups = groups;
  }

  static LineCensus take(LimitedQueries queries) throws SQLException {
    return new LineCensus(
        queries.list(
            "select excluded_because, line_kind, is_kit, count(*), min(demand_date),"
                + " max(demand_date), max(changed_at) from dw_sales_line"
                + " group by excluded_because, line_kind, is_kit",
            MOST_GROUPS,
            Group::of));
  }

  /**
   * Lines that count alike or are left out alike.
   *
   * @param reason null for those that count
   * @param changed the last change of any of them
   */
  record Kind(String reason, boolean returned, LocalDateTime changed) {
    boolean is(SampleLine line) {
      return Objects.equals(reason, line.excludedBecause())
          && (reason != null || returned == LineKind.RETURN.name().equals(line.lineKind()));
    }
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
          LineKind.RETURN.name().equals(row.getString(2)),
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

  Lines lines() {
    List<Group> demand = groups.stream().filter(Group::demand).toList();
    return new Lines(
        lines(groups),
        lines(demand),
        lines(groups.stream().filter(g -> !g.excluded() && g.returned()).toList()),
        lines(demand.stream().filter(Group::kit).toList()),
        excluded(),
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

  private List<Exclusion> excluded() {
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

  /** Returns demand, returns, and each reason, the most frequent first. */
  List<Kind> kinds() {
    List<Kind> kinds = new ArrayList<>();
    kind(Group::demand).ifPresent(kinds::add);
    kind(g -> !g.excluded() && g.returned()).ifPresent(kinds::add);
    for (Exclusion exclusion : excluded()) {
      kind(g -> exclusion.reason().equals(g.reason())).ifPresent(kinds::add);
    }
    return kinds;
  }

  private Optional<Kind> kind(Predicate<Group> which) {
    return groups.stream()
        .filter(which)
        .filter(g -> g.changed() != null)
        .max(Comparator.comparing(Group::changed))
        .map(g -> new Kind(g.reason(), g.returned(), g.changed()));
  }
}
