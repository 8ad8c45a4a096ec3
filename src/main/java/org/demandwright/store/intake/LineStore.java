package org.demandwright.store.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.SalesLine;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.quality.BookedLine;
import org.demandwright.core.quality.LineSelection;
import org.demandwright.core.quality.Subject;
import org.demandwright.store.source.SourceStore;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.RecordColumns;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** Reads the sales lines that were kept: one by one for the inspection, in pages for people. */
@ApplicationScoped
public class LineStore {
  private static final RecordColumns<SalesLine> COLUMNS = RecordColumns.of(SalesLine.class);

  private static final String LINE = "select " + COLUMNS.names("l") + " from sales_line l";

  private static final String REPEATS =
      " and l.quantity > 0 and exists (select 1 from sales_line o where o.series_id = l.series_id"
          + " and o.booked_on = l.booked_on and o.document_no = l.document_no"
          + " and o.quantity = l.quantity and coalesce(o.customer_id, '') ="
          + " coalesce(l.customer_id, '') and o.excluded_because is null"
          + " and o.line_id <> l.line_id)";

  private static final String OF_SERIES = " where l.series_id = ?";

  /** The first lines of one of several findings, by its place among them. */
  private static final String SAMPLE =
      "select %1$d, booked_on, line_id from"
          + " (select l.booked_on, l.line_id from sales_line l%2$s) sample%1$d";

  /** Findings whose samples are asked for together. */
  private static final int SAMPLE_BLOCK = 50;

  /** Series by series, so that each is found by its index and the days of that. */
  private static final String OF =
      "select l.series_id, l.booked_on, l.document_no, l.customer_id, l.quantity, l.net_amount,"
          + " l.currency, l.flags, l.promoted, l.original_date from %s s"
          + " join sales_line l on l.series_id = s.series_id where s.series_id between ? and ?"
          + " and l.booked_on between ? and ? and l.excluded_because is null"
          + " order by l.series_id, l.booked_on";

  private final Sql sql;

  @Inject
  public LineStore(Sql sql) {
    this.sql = sql;
  }

  LineStore() {
    this(null);
  }

  /** Where a page of lines ends: lines are sorted by day and identity. */
  public record Position(LocalDate day, String lineId) {
    /** Before the first line. */
    public static final Position START = new Position(LocalDate.of(1, 1, 1), "");
  }

  /**
   * A row that could not be read.
   *
   * @param raw every column as it came, a JSON object
   * @param source the name of the source that it is of
   */
  public record Quarantined(
      String lineId,
      String reason,
      Words detail,
      String raw,
      LocalDateTime changedAt,
      long quarantinedBy,
      String source) {}

  /**
   * Hands on the demand lines of days first … last of the series numbered from … to, by series and
   * day.
   */
  public void each(
      long fromSeries,
      long toSeries,
      LocalDate first,
      LocalDate last,
      BiConsumer<Long, BookedLine> consumer) {
    each(consumer, OF.formatted("series"), fromSeries, toSeries, first, last);
  }

  /**
   * Hands on the demand lines of these weeks, of those series numbered from … to that have changed
   * in them, by series and day.
   */
  public void eachChanged(
      long fromSeries, long toSeries, ThirteenWeeks span, BiConsumer<Long, BookedLine> consumer) {
    String changed =
        "(select distinct series_id from changed_sales where span = " + span.number() + ")";
    each(consumer, OF.formatted(changed), fromSeries, toSeries, span.first(), span.last());
  }

  private void each(BiConsumer<Long, BookedLine> consumer, String query, Object... parameters) {
    sql.each(
        row -> {
          consumer.accept(row.getLong(1), booked(row));
          return null;
        },
        nothing -> {},
        query,
        parameters);
  }

  /** Columns by their places in {@link #OF}: there are millions of rows. */
  private static BookedLine booked(ResultSet row) throws SQLException {
    BigDecimal amount = row.getBigDecimal(6);
    String currency = row.getString(7);
    String flags = row.getString(8);
    return new BookedLine(
        row.getObject(2, LocalDate.class),
        orEmpty(row.getString(3)),
        orEmpty(row.getString(4)),
        row.getBigDecimal(5),
        amount == null || currency == null
            ? Optional.empty()
            : Optional.of(new BookedLine.Money(amount, currency.strip())),
        flags != null && flags.contains("EXACT_REPEAT"),
        row.getBoolean(9),
        Optional.ofNullable(row.getObject(10, LocalDate.class)));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  /** Returns lines of a series that a finding rests on, after a position. */
  public List<SalesLine> selected(long seriesId, LineSelection which, Position after, int limit) {
    Asked asked = Asked.of(OF_SERIES, List.of(seriesId), which, after, limit);
    return sql.list(LineStore::line, LINE + asked.rule(), asked.parameters().toArray());
  }

  /** Returns lines that a finding rests on which is about more, or less, than one series. */
  public List<SalesLine> selected(
      DataScope scope, Subject about, LineSelection which, Position after, int limit) {
    Query query =
        Query.of(LINE)
            .add(" join series s on s.series_id = l.series_id where s.org_id = ?", about.org())
            .and("s.site_id = ?", about.site())
            .and("s.item_id = ?", Optional.of(about.item()).filter(item -> !item.isEmpty()))
            .within(scope, ScopeColumns.ofSeries("s"));
    Asked asked = Asked.of("", List.of(), which, after, limit);
    return sql.list(LineStore::line, query.add(asked.rule(), asked.parameters().toArray()));
  }

  /** Lines of a series that a finding rests on. */
  public record OfSeries(long seriesId, LineSelection which) {}

  /**
   * Returns the identities of the first lines that each of these findings rests on, in the order of
   * the findings: asked for in blocks.
   */
  public List<List<String>> samples(List<OfSeries> findings, int limit) {
    List<List<String>> samples = new ArrayList<>();
    for (int from = 0; from < findings.size(); from += SAMPLE_BLOCK) {
      samples.addAll(
          sampleBlock(
              findings.subList(from, Math.min(findings.size(), from + SAMPLE_BLOCK)), limit));
    }
    return samples;
  }

  private List<List<String>> sampleBlock(List<OfSeries> findings, int limit) {
    List<List<String>> samples = new ArrayList<>();
    StringJoiner query = new StringJoiner(" union all ", "", " order by 1, 2, 3");
    List<Object> parameters = new ArrayList<>();
    for (OfSeries finding : findings) {
      Asked asked =
          Asked.of(OF_SERIES, List.of(finding.seriesId()), finding.which(), Position.START, limit);
      query.add(SAMPLE.formatted(samples.size(), asked.rule()));
      parameters.addAll(asked.parameters());
      samples.add(new ArrayList<>());
    }
    sql.list(
        row -> samples.get(row.getInt(1)).add(row.getString(3)),
        query.toString(),
        parameters.toArray());
    return samples;
  }

  /** A rule for lines with its parameters. */
  private record Asked(String rule, List<Object> parameters) {
    static Asked of(
        String where, List<Object> about, LineSelection which, Position after, int limit) {
      StringBuilder rule =
          new StringBuilder(where)
              .append(" and l.booked_on between ? and ? and l.excluded_because is null");
      List<Object> parameters = new ArrayList<>(about);
      parameters.add(later(which.first(), after.day()));
      parameters.add(which.last());
      which
          .customer()
          .ifPresent(
              customer -> {
                rule.append(" and l.customer_id = ? and l.quantity > 0");
                parameters.add(customer);
              });
      which
          .currency()
          .ifPresent(
              currency -> {
                rule.append(" and l.currency <> ? and l.quantity > 0");
                parameters.add(currency);
              });
      rule.append(which.repeats() ? REPEATS : "")
          .append(" and (l.booked_on > ? or l.line_id > ?)")
          .append(" order by l.booked_on, l.line_id fetch first ? rows only");
      parameters.add(after.day());
      parameters.add(after.lineId());
      parameters.add(limit);
      return new Asked(rule.toString(), parameters);
    }
  }

  /**
   * Returns lines by what became of them, in the order of their identity.
   *
   * @param scope excluded lines belong to no series, so that the unrestricted one alone has them
   * @param excludedBecause the reason of exclusion, empty = demand
   * @param derived whether they were made of kits
   * @param open of demand: whether it is wanted from the as-of day on, or before it
   * @param asOf that day, empty = no demand is told apart
   * @param importedBy the run that brought them, empty = any
   */
  public List<SalesLine> standing(
      DataScope scope,
      Optional<String> excludedBecause,
      boolean derived,
      boolean open,
      Optional<LocalDate> asOf,
      Optional<Long> importedBy,
      String afterLineId,
      int limit) {
    Query query =
        Query.of(LINE + " where l.line_id > ?", afterLineId)
            .and("l.derived_from is " + (derived ? "not null" : "null"));
    excludedBecause.ifPresentOrElse(
        reason -> query.and("l.excluded_because = ?", new Object[] {reason}),
        () -> {
          query.and("l.excluded_because is null");
          if (open && asOf.isEmpty()) {
            query.and("1 = 0");
          }
          asOf.filter(day -> !derived)
              .ifPresent(
                  day -> query.and("l.booked_on " + (open ? ">= ?" : "< ?"), new Object[] {day}));
        });
    return sql.list(
        LineStore::line,
        query
            .and("l.imported_by = ?", importedBy)
            .withinSeries(scope, "l.series_id")
            .add(" order by l.line_id")
            .first(limit));
  }

  /**
   * Returns rows in quarantine, of one reason or of any, in the order of their identity. A row
   * belongs to a scope by the company, the site and the item that it names; one that names nothing
   * of a kind has the empty name there.
   */
  public List<Quarantined> quarantined(
      DataScope scope, Optional<String> reason, String afterLineId, int limit) {
    return sql.list(
        row ->
            new Quarantined(
                row.getString("line_id"),
                row.getString("reason"),
                Words.parse(row.getString("detail")),
                row.getString("raw"),
                row.getObject("changed_at", LocalDateTime.class),
                row.getLong("quarantined_by"),
                row.getString("source_name")),
        Query.of("select line_id, reason, detail, raw, changed_at, quarantined_by, ")
            .add(SourceStore.nameOf("quarantine"))
            .add(" as source_name from quarantine where line_id > ?", afterLineId)
            .and("reason = ?", reason)
            .within(scope, ScopeColumns.ofSeries("quarantine"))
            .add(" order by line_id")
            .first(limit));
  }

  private static LocalDate later(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? b : a;
  }

  private static SalesLine line(ResultSet row) throws SQLException {
    return COLUMNS.read(row, 1);
  }
}
