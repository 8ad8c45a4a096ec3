package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.store.sql.Sql;

/** Keeps what the run that made a version read, chose and measured: to count it takes seconds. */
@ApplicationScoped
public class SummaryStore {
  private static final String COLUMNS =
      "version_id, used_lines, open_lines, wape, rmsse, cum_wape, bias, naive_wape, naive_rmsse,"
          + " naive_cum_wape, naive_bias, below10, up_to90";

  private final Sql sql;

  @Inject
  public SummaryStore(Sql sql) {
    this.sql = sql;
  }

  SummaryStore() {
    this(null);
  }

  /** What is counted under several names; the name is stored. */
  public enum Counted {
    /** Lines that are no demand, by the view's reason. */
    EXCLUDED,
    /** Lines that could not be read, by reason. */
    QUARANTINED,
    /** Series by verdict. */
    VERDICT,
    /** Series by the model that has the greatest weight in their forecast. */
    MODEL
  }

  /** Errors over many series, NaN where no demand came; bias is Σ(f − a) ÷ Σa. */
  public record Errors(double wape, double rmsse, double cumWape, double bias) {}

  /**
   * A summary.
   *
   * @param used lines that are demand
   * @param open lines that are wanted from the as-of day on
   * @param below10 measured share of actuals below p10, NaN where none was measured
   * @param upTo90 measured share of actuals not above p90, likewise
   */
  public record Summary(
      long used,
      long open,
      Map<Counted, Map<String, Long>> counts,
      Errors product,
      Errors seasonalNaive,
      double below10,
      double upTo90) {

    /** Returns what was counted, by name; empty where nothing was. */
    public Map<String, Long> of(Counted counted) {
      return counts.getOrDefault(counted, Map.of());
    }
  }

  /** Keeps the summary of a version; one that is there already stays. */
  @Transactional
  public void add(long versionId, Summary s) {
    sql.insertNew("version_summary", COLUMNS, List.<Object[]>of(row(versionId, s)));
    List<Object[]> counts = new ArrayList<>();
    s.counts()
        .forEach(
            (counted, byName) ->
                byName.forEach(
                    (name, amount) ->
                        counts.add(new Object[] {versionId, counted.name(), name, amount})));
    sql.insertNew("version_summary_count", "version_id, counted, name, amount", counts);
  }

  private static Object[] row(long versionId, Summary s) {
    Errors p = s.product();
    Errors n = s.seasonalNaive();
    return new Object[] {
      versionId,
      s.used(),
      s.open(),
      p.wape(),
      p.rmsse(),
      p.cumWape(),
      p.bias(),
      n.wape(),
      n.rmsse(),
      n.cumWape(),
      n.bias(),
      s.below10(),
      s.upTo90()
    };
  }

  /** Returns the summary of a version, empty where none is kept. */
  public Optional<Summary> find(long versionId) {
    Map<Counted, Map<String, Long>> counts = new TreeMap<>();
    sql.list(
        row ->
            counts
                .computeIfAbsent(Counted.valueOf(row.getString("counted")), c -> new TreeMap<>())
                .put(row.getString("name"), row.getLong("amount")),
        "select counted, name, amount from version_summary_count where version_id = ?",
        versionId);
    return sql.first(
        row -> summary(row, counts),
        "select " + COLUMNS + " from version_summary where version_id = ?",
        versionId);
  }

  private static Summary summary(ResultSet row, Map<Counted, Map<String, Long>> counts)
      throws SQLException {
    return new Summary(
        row.getLong("used_lines"),
        row.getLong("open_lines"),
        counts,
        errors(row, ""),
        errors(row, "naive_"),
        row.getDouble("below10"),
        row.getDouble("up_to90"));
  }

  private static Errors errors(ResultSet row, String prefix) throws SQLException {
    return new Errors(
        row.getDouble(prefix + "wape"),
        row.getDouble(prefix + "rmsse"),
        row.getDouble(prefix + "cum_wape"),
        row.getDouble(prefix + "bias"));
  }
}
