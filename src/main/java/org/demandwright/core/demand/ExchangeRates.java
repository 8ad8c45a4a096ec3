package org.demandwright.core.demand;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Dated rates between currencies, and which of them hold on a day.
 *
 * <p>On a day counts the newest rate that began on it or before, if it is not older than is
 * allowed. Looked for is the rate itself, then the inverse of that of the other direction, then the
 * way over one third currency (the first in alphabetical order that leads there). Longer ways are
 * not gone: rounding would add up. Products and quotients have 16 digits.
 */
public final class ExchangeRates {
  private static final MathContext DIGITS = MathContext.DECIMAL64;

  private record Pair(String from, String to) {}

  /**
   * What an amount is multiplied by.
   *
   * @param oldest the first day of the oldest rate that took part; of a currency in itself the day
   *     asked for
   * @param used the rates that took part, as they were given
   */
  public record Conversion(BigDecimal factor, LocalDate oldest, List<ExchangeRate> used) {
    public Conversion {
      used = List.copyOf(used);
    }
  }

  private final Map<Pair, NavigableMap<LocalDate, ExchangeRate>> rates = new HashMap<>();
  private final Set<String> currencies = new TreeSet<>();
  private final int longestDays;

  /**
   * @param all of two rates of the same pair and day the later one counts
   * @param longestDays days that a rate may lie before the day asked for
   */
  public ExchangeRates(Collection<ExchangeRate> all, int longestDays) {
    this.longestDays = longestDays;
    for (ExchangeRate rate : all) {
      currencies.add(rate.from());
      currencies.add(rate.to());
      rates
          .computeIfAbsent(new Pair(rate.from(), rate.to()), pair -> new TreeMap<>())
          .put(rate.validFrom(), rate);
    }
  }

  /** Returns every currency that has a rate, in alphabetical order. */
  public Set<String> currencies() {
    return new TreeSet<>(currencies);
  }

  /** Returns what one unit is worth on a day; empty where no rate says it. */
  public Optional<Conversion> on(LocalDate day, String from, String to) {
    if (from.equals(to)) {
      return Optional.of(new Conversion(BigDecimal.ONE, day, List.of()));
    }
    return direct(day, from, to)
        .or(
            () ->
                currencies.stream()
                    .filter(third -> !third.equals(from) && !third.equals(to))
                    .flatMap(third -> over(day, from, third, to))
                    .findFirst());
  }

  private Stream<Conversion> over(LocalDate day, String from, String third, String to) {
    return direct(day, from, third).stream()
        .flatMap(first -> direct(day, third, to).stream().map(second -> chained(first, second)));
  }

  private static Conversion chained(Conversion first, Conversion second) {
    return new Conversion(
        first.factor().multiply(second.factor(), DIGITS),
        first.oldest().isBefore(second.oldest()) ? first.oldest() : second.oldest(),
        Stream.concat(first.used().stream(), second.used().stream()).toList());
  }

  private Optional<Conversion> direct(LocalDate day, String from, String to) {
    return valid(day, from, to)
        .map(r -> new Conversion(r.rate(), r.validFrom(), List.of(r)))
        .or(
            () ->
                valid(day, to, from)
                    .map(
                        r ->
                            new Conversion(
                                BigDecimal.ONE.divide(r.rate(), DIGITS),
                                r.validFrom(),
                                List.of(r))));
  }

  private Optional<ExchangeRate> valid(LocalDate day, String from, String to) {
    return Optional.ofNullable(rates.get(new Pair(from, to)))
        .map(dated -> dated.floorEntry(day))
        .filter(entry -> !entry.getKey().isBefore(day.minusDays(longestDays)))
        .map(Map.Entry::getValue);
  }
}
