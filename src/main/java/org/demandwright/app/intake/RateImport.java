package org.demandwright.app.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demandwright.core.demand.ExchangeRate;
import org.demandwright.erp.ErpExchangeRate;
import org.demandwright.erp.ErpSource;
import org.demandwright.store.demand.RateStore;

/**
 * Takes the ERP's exchange rates over, in place of those that it said before. An ERP without the
 * view says none. Rows that are no rate (no day, no currency, not more than 0) are left out: where
 * one is missing that is told by whoever needs it.
 */
@Dependent
public class RateImport {
  private static final System.Logger LOG = System.getLogger(RateImport.class.getName());
  private static final int PAGE = 5_000;

  private final ErpSource erp;
  private final RateStore rates;

  @Inject
  RateImport(ErpSource erp, RateStore rates) {
    this.erp = erp;
    this.rates = rates;
  }

  void replace() {
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
    rates.replaceThoseOfErp(all);
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
