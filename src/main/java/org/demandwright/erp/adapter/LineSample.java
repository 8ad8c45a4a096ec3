package org.demandwright.erp.adapter;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.demand.LineKind;
import org.demandwright.erp.adapter.ErpReport.SampleLine;
import org.demandwright.erp.adapter.LineCensus.Kind;

/**
 * The sales lines that changed last, and one of each kind that is not among them. Every query asks
 * by the change stamp, which the import pages by, so that none reads a whole view that has the
 * index.
 */
final class LineSample {
  private static final int NEWEST = 10;
  private static final int MOST = 20;
  private static final String SELECT =
      "select line_id, line_kind, document_no, demand_date, item_id, site_id, quantity, uom_id,"
          + " excluded_because, changed_at from dw_sales_line";

  private final LimitedQueries queries;
  private final List<SampleLine> lines = new ArrayList<>();

  LineSample(LimitedQueries queries) {
    this.queries = queries;
  }

  /** Reads the lines; what was read before a failure stays. */
  void read(List<Kind> kinds) throws SQLException {
    lines.addAll(
        queries.list(
            SELECT + " order by changed_at desc limit " + NEWEST, NEWEST, LineSample::line));
    for (Kind kind : kinds) {
      if (lines.size() < MOST && lines.stream().noneMatch(kind::is)) {
        lines.addAll(newest(kind));
      }
    }
  }

  /** Returns at most {@value #MOST}, those that changed last before the others. */
  List<SampleLine> lines() {
    return List.copyOf(lines);
  }

  private List<SampleLine> newest(Kind kind) throws SQLException {
    String ofStamp = SELECT + " where changed_at = ? and ";
    if (kind.reason() != null) {
      return queries.list(
          ofStamp + "excluded_because = ? limit 1",
          1,
          LineSample::line,
          kind.changed(),
          kind.reason());
    }
    return queries.list(
        ofStamp
            + "excluded_because is null and line_kind "
            + (kind.returned() ? "= " : "<> ")
            + "'"
            + LineKind.RETURN
            + "'"
            + " limit 1",
        1,
        LineSample::line,
        kind.changed());
  }

  private static SampleLine line(ResultSet row) throws SQLException {
    BigDecimal quantity = row.getBigDecimal(7);
    return new SampleLine(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        quantity == null ? null : quantity.stripTrailingZeros().toPlainString(),
        row.getString(8),
        row.getString(9),
        row.getString(10));
  }
}
