package org.demandwright.core.demand;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What one unit of a currency was worth in another from a day on, until a later rate of the same
 * two.
 *
 * @param from code of ISO 4217, three capitals
 * @param to likewise, another one
 * @param validFrom the first day on which it holds
 * @param rate units of {@code to} for one of {@code from}, more than 0
 */
public record ExchangeRate(String from, String to, LocalDate validFrom, BigDecimal rate) {
  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  public ExchangeRate {
    requireCode(from);
    requireCode(to);
    Objects.requireNonNull(validFrom, "validFrom");
    if (from.equals(to)) {
      throw new IllegalArgumentException(from + " in " + to + " is no rate: one is always one");
    }
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException(
          "%s in %s from %s on is %s; a rate is more than 0"
              .formatted(from, to, validFrom, rate.toPlainString()));
    }
  }

  /** Returns whether a text is written like a currency's code. */
  public static boolean isCode(String text) {
    return text != null && CODE.matcher(text).matches();
  }

  private static void requireCode(String text) {
    if (!isCode(text)) {
      throw new IllegalArgumentException(
          "'" + text + "' is no currency; write the three capitals of ISO 4217, such as EUR");
    }
  }
}
