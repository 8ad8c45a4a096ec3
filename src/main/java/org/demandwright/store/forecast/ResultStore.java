package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Failure;
import org.demandwright.core.Outcome;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.DemandSeries;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.Backtest;
import org.demandwright.core.evaluate.Metric;
import org.demandwright.core.evaluate.Score;
import org.demandwright.core.evaluate.Selection;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.core.explain.ForecastExplanation;
import org.demandwright.core.pipeline.BandShape;
import org.demandwright.core.pipeline.KeptContest;
import org.demandwright.core.pipeline.SeriesResult;
import org.demandwright.store.sql.Blobs;
import org.demandwright.store.sql.Sql;

/** What the contests of a version gave, series by series. */
@ApplicationScoped
public class ResultStore {
  /** The results that a version shows, be they written for it or shared with an earlier one. */
  private static final String SHOWN =
      " from version_series v join series_result r on r.version_id = v.result_of"
          + " and r.series_id = v.series_id where v.version_id = ?";

  /** Of some series, so that those of the version are not all read. */
  private static final String SHOWN_OF =
      " from (#) n (id) left join version_series v on v.version_id = ? and v.series_id = n.id"
          + " left join series_result r on r.version_id = v.result_of"
          + " and r.series_id = v.series_id where r.series_id is not null";

  private static final String PLAN_BASES =
      " from (#) n (id) left join version_series v on v.version_id = ? and v.series_id = n.id"
          + " left join series s on s.series_id = v.series_id"
          + " left join forecast_version f on f.version_id = v.version_id"
          + " left join series_result r on r.version_id = v.result_of"
          + " and r.series_id = v.series_id"
          + " left join series_snapshot h on h.version_id = v.snapshot_of"
          + " and h.series_id = v.series_id where r.cleaned is not null"
          + " and h.availability is not null";

  private final Sql sql;

  @Inject
  public ResultStore(Sql sql) {
    this.sql = sql;
  }

  ResultStore() {
    this(null);
  }

  /** The outcome of one series. */
  public record Result(long seriesId, Outcome<SeriesResult> outcome) {}

  /** What the bands of one series are computed from. */
  public record BandBasis(
      long seriesId, DemandPattern pattern, double scale, BandShape shape, DoubleVector mean) {}

  /**
   * What a planner may go by without a forecast.
   *
   * @param cleaned the series as the models saw it
   * @param tested the methods that were tested on it, without their combination
   */
  public record PlanBasis(long seriesId, DemandSeries cleaned, List<String> tested) {}

  /** What a chart shows of one series' contest. */
  public record Detail(
      Optional<Failure> failure,
      DoubleVector cleaned,
      DoubleVector fitted,
      List<Backtest> backtests,
      List<Score> scores,
      Map<String, Failure> failures) {}

  /** Writes outcomes; those of the same series in this version are replaced. */
  public void replace(long versionId, List<Result> results) {
    sql.batch(
        "delete from series_result where version_id = ? and series_id = ?",
        results.stream().map(r -> new Object[] {versionId, r.seriesId()}).toList());
    sql.batch(
        "insert into series_result (version_id, series_id, failure, pattern, model_id, reason,"
            + " verdict, scale, rmsse, cleaned, mean, fitted, backtests, scores,"
            + " explanation, band_lower, band_upper, naive_error,"
            + " squared_scale) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        results.stream().map(r -> row(versionId, r)).toList());
  }

  private static Object[] row(long versionId, Result result) {
    if (result.outcome() instanceof Outcome.Ok<SeriesResult> ok) {
      SeriesResult r = ok.value();
      Selection s = r.selection();
      return new Object[] {
        versionId,
        result.seriesId(),
        null,
        r.pattern().name(),
        s.modelId(),
        s.reason().text(),
        s.verdict().name(),
        r.scale(),
        rmsse(s),
        Blobs.of(r.cleaned().units()),
        Blobs.of(r.mean()),
        Blobs.of(r.fitted()),
        ResultCodec.backtests(r.backtests()),
        ResultCodec.contest(new ResultCodec.Contest(s.members(), s.scores(), s.failures())),
        ExplanationCodec.bytes(r.explanation()),
        r.shape().lower(),
        r.shape().upper(),
        naiveError(r.cleaned()),
        squaredScale(r.cleaned())
      };
    }
    Object[] failed = new Object[19];
    failed[0] = versionId;
    failed[1] = result.seriesId();
    failed[2] = result.outcome().toFailure().orElseThrow().text();
    return failed;
  }

  private static Double naiveError(DemandSeries series) {
    OptionalDouble scale = Metric.seasonalScale(series, series.first().bucket().season());
    return scale.isPresent() ? scale.getAsDouble() : null;
  }

  private static Double squaredScale(DemandSeries series) {
    OptionalDouble scale = Metric.squaredScale(series);
    return scale.isPresent() ? scale.getAsDouble() : null;
  }

  private static Double rmsse(Selection s) {
    return s.scores().stream()
        .filter(score -> score.modelId().equals(s.modelId()) && Double.isFinite(score.rmsse()))
        .map(Score::rmsse)
        .findFirst()
        .orElse(null);
  }

  /** Hands each series' scores with its champion's id to the consumer. */
  @Transactional
  public void contests(long versionId, Consumer<Selection> consumer) {
    sql.each(
        ResultStore::selection,
        consumer,
        "select r.model_id, r.reason, r.verdict, r.scores"
            + SHOWN
            + " and r.failure is null order by r.series_id",
        versionId);
  }

  /** Returns what the contest of a version, held on a day, decided about these series. */
  public Map<Long, KeptContest> kept(long versionId, LocalDate day, Collection<Long> seriesIds) {
    Map<Long, KeptContest> kept = new HashMap<>();
    sql.listOf(
            row -> Map.entry(row.getLong("series_id"), kept(row, day)),
            "select r.series_id, r.model_id, r.reason, r.verdict, r.scores, r.backtests"
                + SHOWN_OF
                + " and r.failure is null",
            seriesIds,
            versionId)
        .forEach(e -> kept.put(e.getKey(), e.getValue()));
    return kept;
  }

  private static KeptContest kept(ResultSet row, LocalDate day) throws SQLException {
    return new KeptContest(day, selection(row), ResultCodec.backtests(row.getBytes("backtests")));
  }

  private static Selection selection(ResultSet row) throws SQLException {
    ResultCodec.Contest c = ResultCodec.contest(row.getBytes("scores"));
    return new Selection(
        row.getString("model_id"),
        c.members(),
        Words.parse(row.getString("reason")),
        Verdict.valueOf(row.getString("verdict")),
        c.scores(),
        c.failures());
  }

  /** Returns what bands are computed from, of series with a larger number, ordered by it. */
  public List<BandBasis> bandBases(long versionId, long after, int limit) {
    return sql.list(
        ResultStore::bandBasis,
        "select series_id, pattern, scale, coalesce(band_lower, 1), coalesce(band_upper, 1), mean from series_result where version_id = ?"
            + " and failure is null and series_id > ? order by series_id fetch first ? rows only",
        versionId,
        after,
        limit);
  }

  /** Returns the same of these series, as far as a version shares them with an earlier one. */
  public List<BandBasis> sharedBandBases(long versionId, Collection<Long> seriesIds) {
    return sql.listOf(
        ResultStore::bandBasis,
        "select r.series_id, r.pattern, r.scale, coalesce(r.band_lower, 1),"
            + " coalesce(r.band_upper, 1), r.mean"
            + SHOWN_OF
            + " and v.result_of <> v.version_id and r.failure is null",
        seriesIds,
        versionId);
  }

  private static BandBasis bandBasis(ResultSet row) throws SQLException {
    return new BandBasis(
        row.getLong(1),
        DemandPattern.valueOf(row.getString(2)),
        row.getDouble(3),
        new BandShape(row.getDouble(4), row.getDouble(5)),
        Blobs.vector(row.getBytes(6)));
  }

  /** Returns what these series of a version can be planned by, as far as it was kept. */
  public List<PlanBasis> planBases(long versionId, Collection<Long> seriesIds) {
    return sql.listOf(
        ResultStore::planBasis,
        "select s.org_id, s.item_id, s.site_id, s.channel_id, r.series_id, r.cleaned, r.scores,"
            + " h.first_ordinal, h.availability, f.bucket"
            + PLAN_BASES,
        seriesIds,
        versionId);
  }

  /** Returns the demand of these series of a version as the models saw it, where it was kept. */
  public Map<Long, DemandSeries> cleaned(long versionId, Collection<Long> seriesIds) {
    Map<Long, DemandSeries> cleaned = new HashMap<>();
    sql.listOf(
            row -> Map.entry(row.getLong("series_id"), cleaned(row)),
            "select s.org_id, s.item_id, s.site_id, s.channel_id, r.series_id, r.cleaned,"
                + " h.first_ordinal, h.availability, f.bucket"
                + PLAN_BASES,
            seriesIds,
            versionId)
        .forEach(e -> cleaned.put(e.getKey(), e.getValue()));
    return cleaned;
  }

  private static PlanBasis planBasis(ResultSet row) throws SQLException {
    return new PlanBasis(
        row.getLong("series_id"),
        cleaned(row),
        ResultCodec.contest(row.getBytes("scores")).scores().stream()
            .map(Score::modelId)
            .filter(id -> !id.contains("+"))
            .toList());
  }

  private static DemandSeries cleaned(ResultSet row) throws SQLException {
    DoubleVector cleaned = Blobs.vector(row.getBytes("cleaned"));
    DoubleVector availability = Blobs.vector(row.getBytes("availability"));
    Period first =
        new Period(Bucket.valueOf(row.getString("bucket")), row.getLong("first_ordinal"));
    int later = availability.size() - cleaned.size();
    return new DemandSeries(
        new SeriesKey(
            row.getString("org_id"),
            row.getString("item_id"),
            row.getString("site_id"),
            row.getString("channel_id")),
        first.plus(later),
        cleaned,
        availability.slice(later, availability.size()));
  }

  /** Returns the verdict on a series in a version, empty where it has no forecast. */
  public Optional<Verdict> verdict(long versionId, long seriesId) {
    return sql.first(
            row -> row.getString(1),
            "select r.verdict" + SHOWN + " and r.series_id = ?",
            versionId,
            seriesId)
        .map(Verdict::valueOf);
  }

  public long countForecast(long versionId) {
    return sql.number("select count(*)" + SHOWN + " and r.failure is null", versionId);
  }

  /** Returns how many series of a version were forecast for it, and not for an earlier one. */
  public long countOwn(long versionId) {
    return sql.number(
        "select count(*) from series_result where version_id = ? and failure is null", versionId);
  }

  public long countFailed(long versionId) {
    return sql.number("select count(*)" + SHOWN + " and r.failure is not null", versionId);
  }

  /** Returns how many series have each verdict, or each model as the one of greatest weight. */
  public Map<String, Long> countBy(Grouping grouping, long versionId) {
    Map<String, Long> counts = new TreeMap<>();
    String column = grouping == Grouping.VERDICT ? "r.verdict" : "r.model_id";
    sql.list(
        row -> counts.merge(row.getString(1).split("\\+", 2)[0], row.getLong(2), Long::sum),
        "select " + column + ", count(*)" + SHOWN + " and r.failure is null group by " + column,
        versionId);
    return counts;
  }

  /** What results are counted by. */
  public enum Grouping {
    VERDICT,
    MODEL
  }

  public Optional<Detail> detail(long versionId, long seriesId) {
    return sql.first(
        ResultStore::detail,
        "select r.failure, r.cleaned, r.fitted, r.backtests, r.scores"
            + SHOWN
            + " and r.series_id = ?",
        versionId,
        seriesId);
  }

  /** Returns what a forecast is made of; empty where there is none, or it was never noted. */
  public Optional<ForecastExplanation> explanation(long versionId, long seriesId) {
    return sql.first(
            row -> row.getBytes(1),
            "select r.explanation" + SHOWN + " and r.series_id = ?",
            versionId,
            seriesId)
        .map(ExplanationCodec::explanation);
  }

  private static Detail detail(ResultSet row) throws SQLException {
    Optional<Failure> failure = Optional.ofNullable(row.getString("failure")).map(Failure::parse);
    if (failure.isPresent()) {
      DoubleVector none = DoubleVector.empty();
      return new Detail(failure, none, none, List.of(), List.of(), Map.of());
    }
    ResultCodec.Contest contest = ResultCodec.contest(row.getBytes("scores"));
    return new Detail(
        failure,
        Blobs.vector(row.getBytes("cleaned")),
        Blobs.vector(row.getBytes("fitted")),
        ResultCodec.backtests(row.getBytes("backtests")),
        contest.scores(),
        contest.failures());
  }
}
