package org.demandwright.store.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.demand.ExchangeRates.Conversion;
import org.demandwright.store.sql.Sql;

/** In which currency each inspection compares what its issues are worth, and by which factors. */
@ApplicationScoped
public class ComparedValueStore {
  private final Sql sql;

  @Inject
  public ComparedValueStore(Sql sql) {
    this.sql = sql;
  }

  ComparedValueStore() {
    this(null);
  }

  /**
   * In what the values of an inspection are compared.
   *
   * @param currency the reporting currency, empty where there was none
   * @param without currencies of its issues that have no rate to it; without a reporting currency
   *     all of them, where they are several
   */
  public record Comparison(Optional<String> currency, List<String> without) {
    public Comparison {
      without = List.copyOf(without);
    }

    /** Returns whether values are compared at all. */
    public boolean comparable() {
      return without.isEmpty();
    }
  }

  /** Returns in what the values of an inspection are compared. */
  public Comparison comparison(long instanceId) {
    Optional<String> currency =
        sql.first(
            row -> row.getString(1),
            "select to_currency from inspection_rate where instance_id = ?"
                + " fetch first 1 rows only",
            instanceId);
    List<String> without =
        sql.list(
            row -> row.getString(1),
            "select distinct q.effect_currency from quality_issue q where q.instance_id = ?"
                + " and q.effect_currency is not null and not exists (select 1 from"
                + " inspection_rate r where r.instance_id = q.instance_id"
                + " and r.currency = q.effect_currency) order by 1",
            instanceId);
    boolean one = currency.isEmpty() && without.size() == 1;
    return new Comparison(currency, one ? List.of() : without);
  }

  /**
   * Notes by what an inspection multiplies values to compare them; what was noted before stays.
   *
   * @param to the reporting currency
   * @param factors by currency, that of {@code to} among them
   */
  @Transactional
  public void compareIn(long instanceId, String to, Map<String, Conversion> factors) {
    if (comparison(instanceId).currency().isEmpty()) {
      sql.batch(
          "insert into inspection_rate (instance_id, currency, to_currency, factor, oldest)"
              + " values (?, ?, ?, ?, ?)",
          factors.entrySet().stream()
              .map(
                  f ->
                      new Object[] {
                        instanceId,
                        f.getKey(),
                        to,
                        f.getValue().factor().doubleValue(),
                        f.getValue().oldest()
                      })
              .toList());
    }
  }

  /** Forgets by what the inspections before a run compared. */
  public void forgetBefore(long instanceId) {
    sql.update("delete from inspection_rate where instance_id < ?", instanceId);
  }
}
