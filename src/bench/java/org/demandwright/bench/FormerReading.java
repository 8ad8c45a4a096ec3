package org.demandwright.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.demandwright.core.quality.BookedLine;
import org.demandwright.core.quality.SeriesProfiler;
import org.demandwright.store.demand.SeriesStore.Ref;

/**
 * How a night read the sales lines before their sums were kept: by site and day, by series, line by
 * line for the inspection, by day for the snapshot, and once more for open demand.
 */
record FormerReading(DataSource store, List<Ref> series, LocalDate asOf) {
  private static final int PAGE = 100;

  /** Reads all that the inspection needs. */
  void inspect() throws SQLException {
    read(
        "select s.org_id, s.site_id, l.booked_on, count(*),"
            + " sum(case when l.quantity > 0 then l.quantity else 0 end) from sales_line l"
            + " join series s on s.series_id = l.series_id where l.excluded_because is null"
            + " and l.booked_on >= ? and l.booked_on < ? group by s.org_id, s.site_id, l.booked_on"
            + " order by s.org_id, s.site_id, l.booked_on",
        asOf.minusYears(2),
        asOf);
    read(
        "select s.org_id, s.item_id, s.site_id, s.channel_id, min(l.booked_on), max(l.booked_on),"
            + " count(*), sum(l.quantity) from sales_line l"
            + " join series s on s.series_id = l.series_id where l.excluded_because is null"
            + " and l.quantity > 0 and l.booked_on < ?"
            + " group by s.org_id, s.item_id, s.site_id, s.channel_id",
        asOf);
    for (List<Ref> page : SalesSumsBench.pages(series, PAGE)) {
      profiles(page);
    }
  }

  /** Reads all that the snapshot needs. */
  void snapshot() throws SQLException {
    for (List<Ref> page : SalesSumsBench.pages(series, PAGE)) {
      read(
          "select series_id, demand_day, sum(case when quantity > 0 then quantity else 0 end),"
              + " sum(case when quantity < 0 then -quantity else 0 end) from (select series_id,"
              + " booked_on as demand_day, quantity from sales_line where series_id between ? and ?"
              + " and excluded_because is null and booked_on < ?) seen"
              + " group by series_id, demand_day order by series_id, demand_day",
          first(page),
          last(page),
          asOf);
      read(
          "select series_id, booked_on, sum(quantity) from (select series_id, booked_on, quantity"
              + " from sales_line where series_id between ? and ? and excluded_because is null"
              + " and quantity > 0 and booked_on >= ?) seen group by series_id, booked_on"
              + " order by series_id, booked_on",
          first(page),
          last(page),
          asOf);
    }
  }

  private void profiles(List<Ref> page) throws SQLException {
    Map<Long, SeriesProfiler> profilers = new HashMap<>();
    try (Connection c = store.getConnection();
        PreparedStatement s =
            c.prepareStatement(
                "select series_id, booked_on, document_no, customer_id, quantity, net_amount,"
                    + " currency, flags, promoted from sales_line where series_id between ? and ?"
                    + " and excluded_because is null and booked_on < ?"
                    + " order by series_id, booked_on")) {
      bind(s, first(page), last(page), asOf);
      try (ResultSet row = s.executeQuery()) {
        while (row.next()) {
          profilers.computeIfAbsent(row.getLong(1), id -> new SeriesProfiler()).add(line(row));
        }
      }
    }
    profilers.values().forEach(SeriesProfiler::profile);
  }

  private static BookedLine line(ResultSet row) throws SQLException {
    String customer = row.getString("customer_id");
    return new BookedLine(
        row.getObject("booked_on", LocalDate.class),
        row.getString("document_no"),
        customer == null ? "" : customer,
        row.getBigDecimal("quantity"),
        Optional.of(
            new BookedLine.Money(row.getBigDecimal("net_amount"), row.getString("currency"))),
        row.getString("flags") != null,
        row.getBoolean("promoted"));
  }

  private void read(String query, Object... parameters) throws SQLException {
    try (Connection c = store.getConnection();
        PreparedStatement s = c.prepareStatement(query)) {
      bind(s, parameters);
      try (ResultSet row = s.executeQuery()) {
        while (row.next()) {
          row.getObject(1);
        }
      }
    }
  }

  private static void bind(PreparedStatement s, Object... parameters) throws SQLException {
    s.setFetchSize(1000);
    for (int i = 0; i < parameters.length; i++) {
      s.setObject(i + 1, parameters[i]);
    }
  }

  private static long first(List<Ref> page) {
    return page.get(0).seriesId();
  }

  private static long last(List<Ref> page) {
    return page.get(page.size() - 1).seriesId();
  }
}
