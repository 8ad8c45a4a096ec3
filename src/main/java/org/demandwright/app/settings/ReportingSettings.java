package org.demandwright.app.settings;

import java.util.List;
import java.util.Optional;
import org.demandwright.core.demand.ExchangeRate;
import org.eclipse.microprofile.config.Config;

/**
 * In which money sums and ranks are told.
 *
 * @param currency code of ISO 4217; empty = amounts of several currencies are not compared
 * @param rateDays days that an exchange rate may be old
 */
public record ReportingSettings(Optional<String> currency, int rateDays) {
  private static final Setting<Optional<String>> CURRENCY =
      Setting.open(
          "dw.reporting.currency",
          "empty",
          "",
          Allowed.parsed("three capitals of ISO 4217 such as `EUR`", ReportingSettings::code),
          "currency in which amounts of several currencies are compared and summed, by dated"
              + " exchange rates; where a rate is missing, nothing is summed and that is said; empty"
              + " = amounts are compared only where all are in one currency");

  private static final Setting<Integer> RATE_DAYS =
      Setting.of(
          "dw.reporting.rate-days",
          "31",
          "days",
          Allowed.between(0, 36_500),
          "an exchange rate holds until the next one, but no longer than so many days");

  static final Concern CONCERN = new Concern("Reporting", List.of(CURRENCY, RATE_DAYS));

  static ReportingSettings in(Config config) {
    return new ReportingSettings(CURRENCY.in(config), RATE_DAYS.in(config));
  }

  private static String code(String text) {
    if (!ExchangeRate.isCode(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }
}
