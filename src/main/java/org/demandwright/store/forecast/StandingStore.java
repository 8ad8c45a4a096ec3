package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.evaluate.Member;
import org.demandwright.core.evaluate.ModelStanding;
import org.demandwright.core.evaluate.Score;
import org.demandwright.core.evaluate.Verdict;
import org.demandwright.store.sql.Query;
import org.demandwright.store.sql.ScopeColumns;
import org.demandwright.store.sql.Sql;

/** How models did in the tests of versions, and the tests of each series that this comes from. */
@ApplicationScoped
public class StandingStore {
  private static final String COLUMNS =
      "version_id, model_id, pattern, category, series_count, chosen, ml_pays, use_simple,"
          + " not_forecast, scaled, rmsse, mase, absolute_error, error, actual, compared, won";

  private static final String SUMS =
      "sum(series_count) as series_count, sum(chosen) as chosen, sum(ml_pays) as ml_pays,"
          + " sum(use_simple) as use_simple, sum(not_forecast) as not_forecast,"
          + " sum(scaled) as scaled, sum(rmsse) as rmsse, sum(mase) as mase,"
          + " sum(absolute_error) as absolute_error, sum(error) as error, sum(actual) as actual,"
          + " sum(compared) as compared, sum(won) as won";

  private final Sql sql;

  @Inject
  public StandingStore(Sql sql) {
    this.sql = sql;
  }

  StandingStore() {
    this(null);
  }

  /** What standings are added up by. */
  public enum Grouping {
    /** All series together. */
    ALL("''"),
    /** The demand class. */
    CLASS("pattern"),
    /** The item's category when the version was made; empty where it had none. */
    CATEGORY("category");

    private final String column;

    Grouping(String column) {
      this.column = column;
    }

    /** Returns the name of the group that a key belongs to. */
    public String of(Key key) {
      return switch (this) {
        case ALL -> "";
        case CLASS -> key.pattern().name();
        case CATEGORY -> key.category();
      };
    }
  }

  /** Whose standing it is: that of a model on the series of a class and a category. */
  public record Key(String modelId, DemandPattern pattern, String category) {}

  /**
   * The standing of a model in a group of series.
   *
   * @param group empty where all series are one
   */
  public record Row(String group, String modelId, ModelStanding standing) {}

  /** Which series count; an empty field means any. */
  public record Filter(Optional<DemandPattern> pattern, Optional<String> category) {}

  /**
   * The tests of one series.
   *
   * @param chosen the model that is published, or the combination
   */
  public record Tested(
      DemandPattern pattern,
      String category,
      String chosen,
      Verdict verdict,
      List<Member> members,
      List<Score> scores) {}

  /** Hands over the tests of the series within a scope that a version has forecasts of. */
  @Transactional
  public void tested(DataScope scope, long versionId, Consumer<Tested> consumer) {
    sql.each(
        StandingStore::tested,
        consumer,
        Query.of("select r.pattern, coalesce(n.category, '') as category, r.model_id, r.verdict,")
            .add(" r.scores from version_series v join series_result r")
            .add(" on r.version_id = v.result_of and r.series_id = v.series_id")
            .add(" join series s on s.series_id = v.series_id")
            .add(" left join series_snapshot n on n.version_id = v.snapshot_of")
            .add(" and n.series_id = v.series_id where v.version_id = ?", versionId)
            .add(" and r.failure is null and r.scores is not null")
            .within(scope, ScopeColumns.ofSeries("s")));
  }

  private static Tested tested(ResultSet row) throws SQLException {
    ResultCodec.Contest contest = ResultCodec.contest(row.getBytes("scores"));
    return new Tested(
        DemandPattern.valueOf(row.getString("pattern")),
        row.getString("category"),
        row.getString("model_id"),
        Verdict.valueOf(row.getString("verdict")),
        contest.members(),
        contest.scores());
  }

  /** Keeps the standings of a version, in place of what was kept of it. */
  @Transactional
  public void replace(long versionId, Map<Key, ModelStanding> standings) {
    sql.update("delete from model_standing where version_id = ?", versionId);
    sql.insertAll(
        "model_standing",
        COLUMNS,
        standings.entrySet().stream().map(e -> row(versionId, e.getKey(), e.getValue())).toList());
  }

  private static Object[] row(long versionId, Key key, ModelStanding s) {
    return new Object[] {
      versionId,
      key.modelId(),
      key.pattern().name(),
      key.category(),
      s.series(),
      s.chosen(),
      s.mlPays(),
      s.useSimple(),
      s.doNotForecast(),
      s.scaled(),
      s.rmsse(),
      s.mase(),
      s.absoluteError(),
      s.error(),
      s.actual(),
      s.compared(),
      s.won()
    };
  }

  /** Returns the standings of a version by group and model; none where none are kept. */
  public List<Row> by(Grouping grouping, long versionId, Filter filter) {
    Query query =
        Query.of("select %s as told, model_id, ".formatted(grouping.column) + SUMS)
            .add(" from model_standing where version_id = ?", versionId)
            .and("pattern = ?", filter.pattern())
            .and("category = ?", filter.category());
    String group = grouping == Grouping.ALL ? "" : grouping.column + ", ";
    return sql.list(
        row -> new Row(row.getString("told"), row.getString("model_id"), standing(row)),
        query.add(" group by " + group + "model_id order by 1, 2"));
  }

  private static ModelStanding standing(ResultSet row) throws SQLException {
    return new ModelStanding(
        row.getLong("series_count"),
        row.getLong("chosen"),
        row.getLong("ml_pays"),
        row.getLong("use_simple"),
        row.getLong("not_forecast"),
        row.getLong("scaled"),
        row.getBigDecimal("rmsse"),
        row.getBigDecimal("mase"),
        row.getBigDecimal("absolute_error"),
        row.getBigDecimal("error"),
        row.getBigDecimal("actual"),
        row.getLong("compared"),
        row.getBigDecimal("won"));
  }
}
