package org.demandwright.app.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demandwright.app.Clock;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.ExchangeRate;
import org.demandwright.core.demand.ExchangeRates;
import org.demandwright.store.demand.RateStore;

/** In which money amounts of several currencies are told, and by which rates. */
@ApplicationScoped
public class ReportingCurrency {
  private final RateStore store;
  private final Settings settings;
  private final Clock clock;

  @Inject
  public ReportingCurrency(RateStore store, Settings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  ReportingCurrency() {
    this(null, null, null);
  }

  /** Returns its code; empty where none is set, and then nothing is summed across currencies. */
  public Optional<String> code() {
    return settings.reporting().currency();
  }

  /** Returns the rates that may be used on a day. */
  public ExchangeRates ratesOn(LocalDate day) {
    int days = settings.reporting().rateDays();
    return new ExchangeRates(store.between(day.minusDays(days), day), days);
  }

  /**
   * Returns what one unit of each currency is worth in the reporting currency on a day, that one
   * itself among them; empty where no reporting currency is set. A currency without a rate is
   * missing.
   */
  public Map<String, ExchangeRates.Conversion> factors(LocalDate day) {
    Map<String, ExchangeRates.Conversion> factors = new TreeMap<>();
    code()
        .ifPresent(
            to -> {
              ExchangeRates rates = ratesOn(day);
              Set<String> currencies = rates.currencies();
              currencies.add(to);
              currencies.forEach(
                  from -> rates.on(day, from, to).ifPresent(c -> factors.put(from, c)));
            });
    return factors;
  }

  /**
   * Returns what one unit of a currency is worth in another on a day.
   *
   * @throws Refused NOT_FOUND where no rate says it
   */
  public ExchangeRates.Conversion conversion(LocalDate day, String from, String to) {
    return ratesOn(day)
        .on(day, from, to)
        .orElseThrow(
            () ->
                new Refused(
                    Refused.Kind.NOT_FOUND,
                    "There is no rate of %s in %s on %s, neither of its own, nor inverse, nor over a third currency, that is at most %d days old (dw.reporting.rate-days). Enter one, or let the view dw_exchange_rate say it."
                        .formatted(from, to, day, settings.reporting().rateDays())));
  }

  /** Returns rates after a position, the newest day first. */
  public Page<RateStore.Entry> rates(Optional<RateStore.Position> after, int limit) {
    List<RateStore.Entry> rows = store.page(after.orElse(RateStore.Position.START), limit);
    return new Page<>(
        rows,
        rows.size() < limit
            ? Optional.empty()
            : Optional.of(rows.get(rows.size() - 1)).map(ReportingCurrency::position));
  }

  private static String position(RateStore.Entry last) {
    ExchangeRate r = last.rate();
    return r.validFrom() + ":" + r.from() + ":" + r.to();
  }

  /** Enters rates, all or none; one of the same pair and day is replaced. */
  public void enter(List<ExchangeRate> rates, String by) {
    LocalDate latest = clock.today(settings.schedule().zone()).plusYears(1);
    List<String> late =
        rates.stream()
            .filter(r -> r.validFrom().isAfter(latest))
            .map(r -> r.from() + " in " + r.to() + " from " + r.validFrom())
            .collect(Collectors.toList());
    if (!late.isEmpty()) {
      throw new Refused(
          Refused.Kind.INVALID,
          "A rate begins within a year from now at the latest; these do not: "
              + String.join(", ", late)
              + ".");
    }
    store.enter(rates, by, clock.now());
  }

  /** Takes an entered rate away. */
  public void remove(String from, String to, LocalDate validFrom) {
    if (!store.remove(from, to, validFrom)) {
      throw new Refused(
          Refused.Kind.NOT_FOUND,
          "Nobody entered a rate of %s in %s from %s on.".formatted(from, to, validFrom));
    }
  }
}
