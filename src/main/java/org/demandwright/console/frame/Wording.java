package org.demandwright.console.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demandwright.app.Wordbook;
import org.demandwright.core.Quantity;
import org.demandwright.core.Words;

/** Writes instants, durations and figures the same way on every page. */
@Named
@ApplicationScoped
public class Wording {
  private static final int CENTS = 2;
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Returns the minute in UTC, a dash when there is none. */
  public String time(Optional<Instant> instant) {
    return instant.map(MINUTE::format).orElse("–");
  }

  /** Returns the minute in UTC. */
  public String minute(Instant instant) {
    return MINUTE.format(instant);
  }

  /** Returns the time between the two, a dash when one is missing. */
  public String between(Optional<Instant> from, Optional<Instant> to) {
    return from.isEmpty() || to.isEmpty() ? "–" : took(Duration.between(from.get(), to.get()));
  }

  private String took(Duration time) {
    return time.toSeconds() == 0 ? "< 1 s" : seconds(time.toSeconds());
  }

  /** Returns a duration in its two largest units: 3725 becomes "1 h 2 min". */
  public String seconds(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }

  /** Returns a whole number with thousands apart. */
  public String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** Returns a number with thousands apart, rounded to a whole one where it has four digits. */
  public String rounded(double number) {
    return Double.isFinite(number) ? grouped(Quantity.rounded(number, 0), 0, "") : "–";
  }

  /** Returns an error measure with three digits, a dash where it cannot be computed. */
  public String measure(double number) {
    return Double.isFinite(number) ? String.format(Locale.ENGLISH, "%.3f", number) : "–";
  }

  /** Returns a share as a signed percentage: 0.034 becomes "+3.4 %". */
  public String percent(double share) {
    return Double.isFinite(share) ? String.format(Locale.ENGLISH, "%+.1f %%", 100 * share) : "–";
  }

  /** Returns a share without a sign: 0.034 becomes "3.4 %"; what is less than that "< 0.1 %". */
  public String part(double share) {
    if (!Double.isFinite(share)) {
      return "–";
    }
    return share > 0 && share < 0.0005
        ? "< 0.1 %"
        : String.format(Locale.ENGLISH, "%,.1f %%", 100 * share);
  }

  /** Returns a decimal as a quantity, a dash where there is none. */
  public String decimal(BigDecimal number) {
    return number == null ? "–" : quantity(number.doubleValue());
  }

  /** Returns the first characters of a hash, enough to tell versions apart. */
  public String shortHash(Optional<String> hash) {
    return hash.map(text -> text.substring(0, Math.min(12, text.length()))).orElse("–");
  }

  /** Returns a quantity with two digits after the point, or as many as make four in all. */
  public String quantity(double number) {
    return Double.isFinite(number) ? grouped(Quantity.rounded(number, CENTS), CENTS, "") : "–";
  }

  /** Returns an amount of money with two digits after the point. */
  public String money(BigDecimal amount) {
    return amount == null ? "–" : String.format(Locale.ENGLISH, "%,.2f", amount);
  }

  /** Returns a quantity with its sign, see {@link #quantity}. */
  public String signed(double number) {
    return Double.isFinite(number) ? grouped(Quantity.rounded(number, CENTS), CENTS, "+") : "–";
  }

  private static String grouped(BigDecimal number, int decimals, String sign) {
    int digits = Math.max(decimals, number.scale());
    return String.format(Locale.ENGLISH, "%" + sign + ",." + digits + "f", number);
  }

  /** Returns a text with one value put in. */
  public String text(String key, Object value) {
    return Texts.of(key, String.valueOf(value));
  }

  /** Returns a text with two values put in. */
  public String text(String key, Object first, Object second) {
    return Texts.of(key, String.valueOf(first), String.valueOf(second));
  }

  /** Returns a sentence in the language of the pages. */
  public String say(Words words) {
    return Wordbook.english().say(words);
  }

  /** Returns words one after the other. */
  public String list(List<String> words) {
    return String.join(", ", words);
  }
}
