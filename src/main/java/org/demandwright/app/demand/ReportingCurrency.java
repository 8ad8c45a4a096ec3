package org.demandwright.app.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.ExchangeRate;
import org.demandwright.core.demand.ExchangeRates;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.store.demand.RateStore;

/** In which money amounts of several currencies are told, and by which rates. */
@ApplicationScoped
public class ReportingCurrency {
  private final RateStore store;
  private final Settings settings;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public ReportingCurrency(RateStore store, Settings settings, AuditTrail audit, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.audit = audit;
    this.clock = clock;
  }

  ReportingCurrency() {
    this(null, null, null, null);
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

  /** Returns rates after a cursor, the newest day first. */
  public Page<RateStore.Entry> rates(Optional<String> cursor, int limit) {
    List<RateStore.Entry> rows =
        store.page(cursor.map(ReportingCurrency::position).orElse(RateStore.Position.START), limit);
    return Page.of(rows, limit, last -> cursor(last.rate()));
  }

  private static String cursor(ExchangeRate last) {
    return Cursors.ofTexts(last.validFrom().toString(), last.from(), last.to());
  }

  private static RateStore.Position position(String cursor) {
    String[] parts = Cursors.texts(cursor, 3);
    return new RateStore.Position(Cursors.day(parts[0]), parts[1], parts[2]);
  }

  /** Returns the day that it is for the company. */
  public LocalDate today() {
    return clock.today(settings.intake().siteZone());
  }

  /** Returns the refusal of a question that lacks a currency. */
  public static Refused needs(String currency) {
    return new Refused(
        Refused.Kind.INVALID,
        "The currency '%s' is missing: name it, or set dw.reporting.currency for the one that is converted to."
            .formatted(currency));
  }

  /** Returns the refusal of none or too many rates at once. */
  public static Refused tooMany(int rates, int most) {
    return Refused.because(
        "rates", "%d rates were sent; send from 1 to %d.".formatted(rates, most));
  }

  /** Enters rates, all or none; one of the same pair and day is replaced. */
  @Transactional
  public void enter(List<ExchangeRate> rates, String by) {
    LocalDate latest = today().plusYears(1);
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
    audit.record(
        "exchange-rate.enter", "exchange-rates", AuditTrail.NOTHING, Map.of("rates", rates));
  }

  /** Takes an entered rate away. */
  @Transactional
  public void remove(String from, String to, LocalDate validFrom) {
    if (!store.remove(from, to, validFrom)) {
      throw new Refused(
          Refused.Kind.NOT_FOUND,
          "Nobody entered a rate of %s in %s from %s on.".formatted(from, to, validFrom));
    }
    audit.record(
        "exchange-rate.remove",
        "exchange-rate/" + from + "/" + to + "/" + validFrom,
        Map.of("from", from, "to", to, "validFrom", validFrom),
        AuditTrail.NOTHING);
  }
}
