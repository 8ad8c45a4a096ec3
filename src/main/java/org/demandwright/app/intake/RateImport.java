package org.demandwright.app.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.source.MasterSource;
import org.demandwright.core.demand.ExchangeRate;
import org.demandwright.core.intake.MasterConflict;
import org.demandwright.core.intake.MasterKind;
import org.demandwright.erp.ErpExchangeRate;
import org.demandwright.erp.ErpSource;
import org.demandwright.store.demand.RateStore;

/**
 * Takes the exchange rates of ERPs over, in place of those that it said before. An ERP without the
 * view says none. Rows that are no rate (no day, no currency, not more than 0) are left out: where
 * one is missing that is told by whoever needs it.
 */
@Dependent
public class RateImport {
  private static final System.Logger LOG = System.getLogger(RateImport.class.getName());
  private static final int PAGE = 5_000;

  private final RateStore rates;

  @Inject
  RateImport(RateStore rates) {
    this.rates = rates;
  }

  /**
   * Reads the rates of all sources.
   *
   * @return where two of them tell different ones: the first one's counts
   */
  List<MasterConflict> replace(List<MasterSource> sources) {
    Map<List<Object>, ExchangeRate> all = new LinkedHashMap<>();
    Map<List<Object>, String> tellers = new HashMap<>();
    List<MasterConflict> conflicts = new ArrayList<>();
    for (MasterSource source : sources) {
      Map<List<Object>, ExchangeRate> told = new LinkedHashMap<>();
      read(source.erp()).forEach(rate -> told.put(key(rate), rate));
      told.forEach(
          (key, rate) -> {
            ExchangeRate there = all.putIfAbsent(key, rate);
            if (there == null) {
              tellers.put(key, source.name());
            } else if (there.rate().compareTo(rate.rate()) != 0) {
              conflicts.add(conflict(tellers.get(key), there, source.name(), rate));
            }
          });
    }
    rates.replaceThoseOfErp(all.values());
    return conflicts;
  }

  private static List<Object> key(ExchangeRate rate) {
    return List.of(rate.from(), rate.to(), rate.validFrom());
  }

  private static MasterConflict conflict(
      String taken, ExchangeRate counts, String other, ExchangeRate rate) {
    return new MasterConflict(
        MasterKind.RATE,
        "",
        "",
        "",
        rate.from() + "/" + rate.to(),
        rate.validFrom(),
        rate.validFrom(),
        taken,
        counts.rate().stripTrailingZeros().toPlainString(),
        other,
        rate.rate().stripTrailingZeros().toPlainString());
  }

  private static List<ExchangeRate> read(ErpSource erp) {
    List<ExchangeRate> all = new ArrayList<>();
    long unusable = 0;
    Optional<ErpExchangeRate> last = Optional.empty();
    List<ErpExchangeRate> page;
    do {
      page = erp.exchangeRates(last, PAGE);
      for (ErpExchangeRate row : page) {
        Optional<ExchangeRate> rate = rate(row);
        rate.ifPresent(all::add);
        unusable += rate.isPresent() ? 0 : 1;
      }
      last = page.isEmpty() ? Optional.empty() : Optional.of(page.get(page.size() - 1));
    } while (page.size() == PAGE);
    if (unusable > 0) {
      LOG.log(
          Level.WARNING,
          "{0} rows of dw_exchange_rate are no rates and were left out: they lack a day or a"
              + " currency of three letters, or are not more than 0",
          unusable);
    }
    return all;
  }

  private static Optional<ExchangeRate> rate(ErpExchangeRate row) {
    String from = code(row.fromCurrency());
    String to = code(row.toCurrency());
    BigDecimal units = row.units() == null ? BigDecimal.ONE : row.units();
    boolean usable =
        ExchangeRate.isCode(from)
            && ExchangeRate.isCode(to)
            && !from.equals(to)
            && row.validFrom() != null
            && row.rate() != null
            && row.rate().signum() > 0
            && units.signum() > 0;
    return usable
        ? Optional.of(
            new ExchangeRate(
                from, to, row.validFrom(), row.rate().divide(units, MathContext.DECIMAL64)))
        : Optional.empty();
  }

  private static String code(String text) {
    return text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
  }
}
