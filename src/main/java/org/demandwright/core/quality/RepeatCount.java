package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.demandwright.core.quality.SeriesProfile.Repeats;

/**
 * Counts the lines of a series that repeat another of the same day, document, customer and
 * quantity, and how many would do so by chance: an item that often stands several times in one
 * document with the same few quantities repeats itself without being wrong.
 *
 * <p>By chance, of n pairs of lines of the item in one document, n × Σ p² have the same quantity,
 * where p is the share of lines with each quantity.
 */
final class RepeatCount {
  /** Quantities that are told apart; rarer ones count as all different. */
  private static final int MOST_QUANTITIES = 1_000;

  private final Map<BigDecimal, Long> quantities = new HashMap<>();
  private long lines;
  private double pairs;

  private long surplus;
  private BigDecimal surplusUnits = BigDecimal.ZERO;
  private long flagged;
  private long involved;
  private LocalDate first;
  private LocalDate last;

  private final Map<Document, Map<BigDecimal, Integer>> today = new HashMap<>();
  private LocalDate day;

  private record Document(String number, String customer) {}

  void add(BookedLine line) {
    day = line.day();
    lines++;
    BigDecimal quantity = line.quantity().stripTrailingZeros();
    if (quantities.size() < MOST_QUANTITIES || quantities.containsKey(quantity)) {
      quantities.merge(quantity, 1L, Long::sum);
    }
    flagged += line.flaggedRepeat() ? 1 : 0;
    if (!line.document().isEmpty()) {
      today
          .computeIfAbsent(new Document(line.document(), line.customer()), d -> new HashMap<>())
          .merge(quantity, 1, Integer::sum);
    }
  }

  void closeDay() {
    for (Map<BigDecimal, Integer> document : today.values()) {
      double n = 0;
      for (Map.Entry<BigDecimal, Integer> e : document.entrySet()) {
        n += e.getValue();
        if (e.getValue() > 1) {
          repeated(e.getKey(), e.getValue());
        }
      }
      pairs += n * (n - 1) / 2;
    }
    today.clear();
  }

  private void repeated(BigDecimal quantity, int times) {
    surplus += times - 1;
    surplusUnits = surplusUnits.add(quantity.multiply(BigDecimal.valueOf(times - 1L)));
    involved += times;
    first = first == null ? day : first;
    last = day;
  }

  Repeats total() {
    double same = 0;
    for (long n : quantities.values()) {
      double share = (double) n / lines;
      same += share * share;
    }
    return new Repeats(
        surplus, surplusUnits.doubleValue(), pairs * same, flagged, involved, first, last);
  }
}
