package org.demandwright.store.demand;

import static org.demandwright.store.demand.MirroredTable.day;
import static org.demandwright.store.demand.MirroredTable.number;
import static org.demandwright.store.demand.MirroredTable.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.demand.ExchangeRate;
import org.demandwright.store.sql.Sql;

/**
 * Exchange rates: those that the ERP said last, and those that people entered, which count before
 * what the ERP says of the same day.
 */
@ApplicationScoped
public class RateStore {
  /** Digits after the point that are kept. */
  private static final int SCALE = 15;

  private static final MirroredTable OF_ERP =
      new MirroredTable(
          "erp_rate",
          List.of(text("from_currency"), text("to_currency"), day("valid_from"), number("rate")),
          3);

  /** One rate of a pair and day: the entered one where there is one. */
  private static final String RATES =
      "(select from_currency, to_currency, valid_from, rate, entered_by, entered_at"
          + " from entered_rate union all"
          + " select e.from_currency, e.to_currency, e.valid_from, e.rate, cast(null as varchar(80)),"
          + " cast(null as timestamp(6)) from erp_rate e where not exists (select 1 from"
          + " entered_rate p where p.from_currency = e.from_currency"
          + " and p.to_currency = e.to_currency and p.valid_from = e.valid_from)) r";

  private final Sql sql;

  @Inject
  public RateStore(Sql sql) {
    this.sql = sql;
  }

  RateStore() {
    this(null);
  }

  /**
   * A rate as it is kept.
   *
   * @param enteredBy who entered it, empty where the ERP says it
   */
  public record Entry(ExchangeRate rate, Optional<String> enteredBy, Optional<Instant> enteredAt) {}

  /**
   * Where a rate stands in the list: the newest day first, then the two currencies.
   *
   * @param day of the rate before; {@link #START} before the first
   */
  public record Position(LocalDate day, String from, String to) {
    public static final Position START = new Position(LocalDate.of(9999, 12, 31), "", "");
  }

  /** Makes what the ERP says exactly this; of two rates of one pair and day the later counts. */
  @Transactional
  public void replaceThoseOfErp(Collection<ExchangeRate> rates) {
    OF_ERP.replace(sql, byKey(rates).values().stream().map(RateStore::row).toList());
  }

  /** Writes entered rates; one of the same pair and day is replaced. */
  @Transactional
  public void enter(Collection<ExchangeRate> rates, String by, Instant now) {
    Map<List<Object>, ExchangeRate> byKey = byKey(rates);
    sql.batch(
        "delete from entered_rate where from_currency = ? and to_currency = ? and valid_from = ?",
        byKey.keySet().stream().map(List::toArray).toList());
    sql.batch(
        "insert into entered_rate (from_currency, to_currency, valid_from, rate, entered_by,"
            + " entered_at) values (?, ?, ?, ?, ?, ?)",
        byKey.values().stream()
            .map(
                r ->
                    new Object[] {
                      r.from(), r.to(), r.validFrom(), rounded(r.rate()), by, Sql.utc(now)
                    })
            .toList());
  }

  /** Takes an entered rate away; returns whether there was one. */
  public boolean remove(String from, String to, LocalDate validFrom) {
    return sql.update(
            "delete from entered_rate where from_currency = ? and to_currency = ?"
                + " and valid_from = ?",
            from,
            to,
            validFrom)
        > 0;
  }

  /** Returns the rates that count and begin in [first, last], in the order of pair and day. */
  public List<ExchangeRate> between(LocalDate first, LocalDate last) {
    return sql.list(
        RateStore::rate,
        "select * from "
            + RATES
            + " where valid_from >= ? and valid_from <= ?"
            + " order by from_currency, to_currency, valid_from",
        first,
        last);
  }

  /** Returns the rates that count after a position, the newest day first. */
  public List<Entry> page(Position after, int limit) {
    return sql.list(
        row ->
            new Entry(
                rate(row),
                Optional.ofNullable(row.getString("entered_by")),
                Sql.instant(row, "entered_at")),
        "select * from "
            + RATES
            + " where valid_from <= ? and (valid_from < ? or from_currency > ?"
            + " or (from_currency = ? and to_currency > ?))"
            + " order by valid_from desc, from_currency, to_currency fetch first ? rows only",
        after.day(),
        after.day(),
        after.from(),
        after.from(),
        after.to(),
        limit);
  }

  private static Map<List<Object>, ExchangeRate> byKey(Collection<ExchangeRate> rates) {
    Map<List<Object>, ExchangeRate> byKey = new LinkedHashMap<>();
    rates.forEach(r -> byKey.put(List.of(r.from(), r.to(), r.validFrom()), r));
    return byKey;
  }

  private static Object[] row(ExchangeRate r) {
    return new Object[] {r.from(), r.to(), r.validFrom(), rounded(r.rate())};
  }

  private static BigDecimal rounded(BigDecimal rate) {
    return rate.setScale(SCALE, RoundingMode.HALF_EVEN);
  }

  private static ExchangeRate rate(ResultSet row) throws SQLException {
    return new ExchangeRate(
        row.getString("from_currency"),
        row.getString("to_currency"),
        row.getObject("valid_from", LocalDate.class),
        row.getBigDecimal("rate").stripTrailingZeros());
  }
}
