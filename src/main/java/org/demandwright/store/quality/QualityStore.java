package org.demandwright.store.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.quality.Finding;
import org.demandwright.core.quality.LineSelection;
import org.demandwright.core.quality.Rule;
import org.demandwright.core.quality.Severity;
import org.demandwright.core.quality.Subject;
import org.demandwright.store.intake.LineOutcome;
import org.demandwright.store.intake.LineStore;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** What inspections of the demand found, run by run. */
@ApplicationScoped
public class QualityStore {
  /** Line identities that are kept with an issue; all of them are asked for page by page. */
  private static final int SAMPLE = 10;

  private static final String NUMBERS = "issue_number";

  private static final String INSERT =
      "insert into quality_issue (issue_id, instance_id, series_id, rule, severity, org_id,"
          + " item_id, site_id, channel_id, first_day, last_day, lines_from, lines_to,"
          + " lines_customer, lines_repeated, lines_currency, line_count, sample_lines,"
          + " effect_units, effect_share, effect_value, effect_currency, meaning) values (?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** Values rank where all of an inspection can be told in one currency. */
  private static final String COMPARABLE = "coalesce(q.effect_value * coalesce(r.factor, 1), 0)";

  private static final String INCOMPARABLE = "0.0";

  private static final String SELECT =
      "select q.*, %s as rank_value, q.effect_value * r.factor as reported_value, r.to_currency,"
          + " coalesce(i.item_name, q.item_id) as item_name, coalesce(i.uom_id, '') as uom"
          + " from quality_issue q left join item i on i.org_id = q.org_id"
          + " and i.item_id = q.item_id left join inspection_rate r"
          + " on r.instance_id = q.instance_id and r.currency = q.effect_currency";

  private final Sql sql;
  private final LineStore lines;
  private final ComparedValueStore compared;

  @Inject
  public QualityStore(Sql sql, LineStore lines, ComparedValueStore compared) {
    this.sql = sql;
    this.lines = lines;
    this.compared = compared;
  }

  QualityStore() {
    this(null, null, null);
  }

  /** An inspection: the day up to which demand was known, and the periods of the outliers. */
  public record Inspection(long instanceId, LocalDate asOf, Bucket bucket, Instant at) {}

  /**
   * A finding as it is kept.
   *
   * @param seriesId the series, empty where it is not one
   * @param itemName empty where it is not about an item
   * @param uom the item's base unit, empty where unknown
   * @param reported what its effect is worth in the inspection's reporting currency, empty where
   *     the inspection had none or no rate to it
   * @param place where it stands among the issues of its inspection
   */
  public record Issue(
      long issueId,
      long instanceId,
      Optional<Long> seriesId,
      Finding finding,
      Optional<Finding.Money> reported,
      String itemName,
      String uom,
      Position place) {}

  /**
   * Where an issue stands: issues are sorted by their share of the demand that they concern, then
   * by value where all values of the inspection can be told in one currency, the largest first.
   * Units are not compared: those of one item may be pieces and those of another kilograms.
   */
  public record Position(double share, double value, long issueId) {
    /** Before the first issue. */
    public static final Position START =
        new Position(Double.MAX_VALUE, Double.MAX_VALUE, Long.MAX_VALUE);
  }

  /** What to look for; an empty field means any. */
  public record Filter(
      Optional<Rule> rule,
      Optional<Severity> severity,
      Optional<String> item,
      Optional<String> site,
      Optional<Long> seriesId) {
    public static Filter any() {
      return new Filter(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** Issues of one rule and severity in a run. */
  public record Count(Rule rule, Severity severity, long issues) {}

  /** Notes what a run inspects; a restart finds what was noted before. */
  @Transactional
  public Inspection begin(long instanceId, LocalDate asOf, Bucket bucket, Instant now) {
    return inspection(instanceId)
        .orElseGet(
            () -> {
              sql.update(
                  "insert into quality_inspection (instance_id, as_of, bucket, inspected_at)"
                      + " values (?, ?, ?, ?)",
                  instanceId,
                  asOf,
                  bucket.name(),
                  now);
              return new Inspection(instanceId, asOf, bucket, now);
            });
  }

  public Optional<Inspection> inspection(long instanceId) {
    return sql.first(
        QualityStore::inspection,
        "select * from quality_inspection where instance_id = ?",
        instanceId);
  }

  /** Returns inspections of runs with a smaller number, newest first. */
  public List<Inspection> inspections(long beforeInstance, int limit) {
    return sql.list(
        QualityStore::inspection,
        "select * from quality_inspection where instance_id < ? order by instance_id desc"
            + " fetch first ? rows only",
        beforeInstance,
        limit);
  }

  /**
   * Returns runs with a smaller number that accounted for the rows of the ERP or inspected the
   * demand, newest first.
   */
  public List<Long> runs(long beforeInstance, int limit) {
    return sql.list(
        row -> row.getLong(1),
        "select instance_id from (select instance_id from quality_inspection union select"
            + " instance_id from intake_account where "
            + LineOutcome.ofErp("outcome")
            + ") r where instance_id < ? order by instance_id desc"
            + " fetch first ? rows only",
        beforeInstance,
        limit);
  }

  private static Inspection inspection(ResultSet row) throws SQLException {
    return new Inspection(
        row.getLong("instance_id"),
        row.getObject("as_of", LocalDate.class),
        Bucket.valueOf(row.getString("bucket")),
        Sql.instant(row, "inspected_at").orElseThrow());
  }

  /** Writes what was found in series, in place of what this run had found in them before. */
  public void replace(long instanceId, Map<Long, List<Finding>> bySeries) {
    sql.batch(
        "delete from quality_issue where instance_id = ? and series_id = ?",
        bySeries.keySet().stream().map(id -> new Object[] {instanceId, id}).toList());
    List<LineStore.OfSeries> asked = new ArrayList<>();
    bySeries.forEach(
        (id, found) -> found.forEach(f -> asked.add(new LineStore.OfSeries(id, f.lines()))));
    Iterator<Long> numbers = sql.next(NUMBERS, asked.size()).iterator();
    Iterator<List<String>> samples = lines.samples(asked, SAMPLE).iterator();
    List<Object[]> rows = new ArrayList<>();
    bySeries.forEach(
        (id, found) ->
            found.forEach(
                f ->
                    rows.add(row(numbers.next(), instanceId, Optional.of(id), f, samples.next()))));
    sql.batch(INSERT, rows);
  }

  /** Writes what was found beyond single series, in place of what this run had found before. */
  @Transactional
  public void replaceOthers(long instanceId, List<Finding> findings) {
    sql.update("delete from quality_issue where instance_id = ? and series_id is null", instanceId);
    Iterator<Long> numbers = sql.next(NUMBERS, findings.size()).iterator();
    sql.batch(
        INSERT,
        findings.stream()
            .map(f -> row(numbers.next(), instanceId, Optional.empty(), f, List.of()))
            .toList());
  }

  private static Object[] row(
      long id, long instanceId, Optional<Long> seriesId, Finding f, List<String> sample) {
    Subject s = f.subject();
    LineSelection l = f.lines();
    return new Object[] {
      id,
      instanceId,
      seriesId.orElse(null),
      f.rule().name(),
      f.severity().name(),
      s.org(),
      s.item(),
      s.site(),
      s.channel(),
      f.first(),
      f.last(),
      l.first(),
      l.last(),
      l.customer().orElse(null),
      l.repeats(),
      l.currency().orElse(null),
      l.count(),
      shortened(f.rows(), sample),
      f.effectUnits(),
      f.effectShare(),
      f.value().map(Finding.Money::amount).orElse(null),
      f.value().map(Finding.Money::currency).orElse(null),
      f.meaning().text()
    };
  }

  private static String shortened(List<String> rows, List<String> sample) {
    return Stream.concat(rows.stream(), sample.stream())
        .limit(SAMPLE)
        .collect(Collectors.joining("\n"));
  }

  /** Returns issues of a run after a position, the largest share of demand first. */
  public List<Issue> page(
      DataScope scope, long instanceId, Filter filter, Position after, int limit) {
    String value = value(instanceId);
    Query query =
        Query.of(SELECT.formatted(value) + " where q.instance_id = ?", instanceId)
            .and(
                "(q.effect_share < ? or (q.effect_share = ? and (%1$s < ? or (%1$s = ? and q.issue_id < ?))))"
                    .formatted(value),
                after.share(),
                after.share(),
                after.value(),
                after.value(),
                after.issueId())
            .and("q.rule = ?", filter.rule())
            .and("q.severity = ?", filter.severity())
            .and("q.item_id = ?", filter.item())
            .and("q.site_id = ?", filter.site())
            .and("q.series_id = ?", filter.seriesId())
            .within(scope, ScopeColumns.ofSeries("q"));
    return sql.list(
        QualityStore::issue,
        query.add(" order by q.effect_share desc, rank_value desc, q.issue_id desc").first(limit));
  }

  private String value(long instanceId) {
    return compared.comparison(instanceId).comparable() ? COMPARABLE : INCOMPARABLE;
  }

  /**
   * Returns an issue, empty where there is none within the scope: one that is about more than a
   * scope holds, such as all items of a site, does not belong to it.
   */
  public Optional<Issue> find(DataScope scope, long issueId) {
    Query query = Query.of(SELECT.formatted(INCOMPARABLE) + " where q.issue_id = ?", issueId);
    return sql.list(QualityStore::issue, query.within(scope, ScopeColumns.ofSeries("q"))).stream()
        .findFirst();
  }

  /** Returns how many issues a run found, by rule and severity. */
  public List<Count> counts(DataScope scope, long instanceId) {
    return sql.list(
        row ->
            new Count(
                Rule.valueOf(row.getString(1)), Severity.valueOf(row.getString(2)), row.getLong(3)),
        Query.of("select q.rule, q.severity, count(*) from quality_issue q")
            .add(" where q.instance_id = ?", instanceId)
            .within(scope, ScopeColumns.ofSeries("q"))
            .add(" group by q.rule, q.severity order by q.rule, q.severity"));
  }

  /** Forgets what the inspections before a run found. */
  @Transactional
  public void forgetBefore(long instanceId) {
    sql.update("delete from quality_issue where instance_id < ?", instanceId);
    compared.forgetBefore(instanceId);
    sql.update("delete from quality_inspection where instance_id < ?", instanceId);
  }

  private static Issue issue(ResultSet row) throws SQLException {
    return new Issue(
        row.getLong("issue_id"),
        row.getLong("instance_id"),
        Optional.ofNullable(row.getObject("series_id", Long.class)),
        finding(row),
        reported(row),
        row.getString("item_name"),
        row.getString("uom"),
        new Position(
            row.getDouble("effect_share"), row.getDouble("rank_value"), row.getLong("issue_id")));
  }

  private static Optional<Finding.Money> value(ResultSet row) throws SQLException {
    Double worth = row.getObject("effect_value", Double.class);
    return worth == null
        ? Optional.empty()
        : Optional.of(new Finding.Money(worth, row.getString("effect_currency").strip()));
  }

  private static Optional<Finding.Money> reported(ResultSet row) throws SQLException {
    Double worth = row.getObject("reported_value", Double.class);
    return worth == null
        ? Optional.empty()
        : Optional.of(new Finding.Money(worth, row.getString("to_currency")));
  }

  private static Finding finding(ResultSet row) throws SQLException {
    return new Finding(
        Rule.valueOf(row.getString("rule")),
        Severity.valueOf(row.getString("severity")),
        new Subject(
            row.getString("org_id"),
            row.getString("item_id"),
            row.getString("site_id"),
            row.getString("channel_id")),
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        new LineSelection(
            row.getObject("lines_from", LocalDate.class),
            row.getObject("lines_to", LocalDate.class),
            Optional.ofNullable(row.getString("lines_customer")),
            row.getBoolean("lines_repeated"),
            Optional.ofNullable(row.getString("lines_currency")),
            row.getLong("line_count")),
        row.getString("sample_lines").lines().toList(),
        row.getDouble("effect_units"),
        row.getDouble("effect_share"),
        value(row),
        Words.parse(row.getString("meaning")));
  }
}
