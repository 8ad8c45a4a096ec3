package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.quality.RepeatSums.Tally;

/**
 * Counts the lines of a series that repeat another of the same day, document, customer and
 * quantity, and, for {@link RepeatChance}, how often its quantities had the occasion to meet.
 *
 * <p>A document in which several quantities repeat themselves counts for the largest only.
 */
final class RepeatCount {
  private final Map<BigDecimal, Tally> quantities = new LinkedHashMap<>();
  private long lines;
  private long documents;
  private long pairs;

  private long surplus;
  private long flagged;
  private long involved;
  private LocalDate first;
  private LocalDate last;

  private final TreeMap<BigDecimal, Integer> soldToday = new TreeMap<>();
  private final Map<Document, TreeMap<BigDecimal, Integer>> today = new HashMap<>();
  private LocalDate day;

  private record Document(String number, String customer) {}

  void add(BookedLine line) {
    day = line.day();
    lines++;
    BigDecimal quantity = line.quantity().stripTrailingZeros();
    soldToday.merge(quantity, 1, Integer::sum);
    flagged += line.flaggedRepeat() ? 1 : 0;
    if (!line.document().isEmpty()) {
      today
          .computeIfAbsent(new Document(line.document(), line.customer()), d -> new TreeMap<>())
          .merge(quantity, 1, Integer::sum);
    }
  }

  void closeDay() {
    soldToday.forEach(
        (quantity, times) ->
            quantities.merge(quantity, new Tally(quantity, times, 0, 0), Tally::plus));
    soldToday.clear();
    today.values().forEach(this::close);
    today.clear();
  }

  private void close(TreeMap<BigDecimal, Integer> document) {
    long n = document.values().stream().mapToInt(Integer::intValue).sum();
    documents += n > 1 ? 1 : 0;
    pairs += n * (n - 1) / 2;
    boolean largest = true;
    for (Map.Entry<BigDecimal, Integer> e : document.descendingMap().entrySet()) {
      if (e.getValue() > 1) {
        repeated(e.getKey(), e.getValue(), largest);
        largest = false;
      }
    }
  }

  private void repeated(BigDecimal quantity, int times, boolean largest) {
    quantities.computeIfPresent(quantity, (q, t) -> t.repeated(largest, times - 1));
    surplus += times - 1;
    involved += times;
    first = first == null ? day : first;
    last = day;
  }

  RepeatSums sums() {
    List<Tally> tallies = new ArrayList<>(quantities.values());
    return new RepeatSums(
        lines, documents, pairs, surplus, flagged, involved, first, last, tallies);
  }
}
