package org.demandwright.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.demandwright.app.intake.LineFate.Outcome;
import org.demandwright.store.source.PushedLine;
import org.demandwright.store.source.PushedLine.Identity;

/** What is pushed counts, however it is cut into pushes, in whatever order, however often. */
class PushProperties {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 4, 1, 9, 0);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private final Map<Identity, PushedLine> kept = new HashMap<>();
  private long numbers;

  @BeforeTry
  void begin() {
    kept.clear();
  }

  @Property(tries = 200)
  void orderAndBatchesDoNotMatter(
      @ForAll @IntRange(max = 40) int lines,
      @ForAll @IntRange(min = 1, max = 15) int batch,
      @ForAll long seed) {
    List<PushedLine> all = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      all.add(line(i, Integer.toString(1 + i % 5)));
    }
    push(all, Math.max(1, lines));
    Map<String, BigDecimal> atOnce = demand();
    kept.clear();

    List<PushedLine> shuffled = new ArrayList<>(all);
    shuffled.addAll(all.subList(0, lines / 2));
    Collections.shuffle(shuffled, new Random(seed));
    push(shuffled, batch);

    assertThat(demand()).isEqualTo(atOnce);
    assertThat(push(shuffled, batch)).as("all of it again").containsOnlyKeys(outcomes(lines));
  }

  @Property(tries = 200)
  void theLastWordCounts(
      @ForAll @IntRange(min = 1, max = 15) int batch,
      @ForAll List<@IntRange(max = 3) Integer> said) {
    List<PushedLine> words =
        said.stream().map(q -> q == 0 ? deletion(7) : line(7, q.toString())).toList();
    push(words, batch);
    Map<String, BigDecimal> expected = new TreeMap<>();
    if (!said.isEmpty() && said.get(said.size() - 1) > 0) {
      expected.put("I7", new BigDecimal(said.get(said.size() - 1)).setScale(6));
    }
    assertThat(demand()).isEqualTo(expected);
    assertThat(kept).hasSizeLessThanOrEqualTo(1);
  }

  private static Outcome[] outcomes(int lines) {
    return lines == 0 ? new Outcome[0] : new Outcome[] {Outcome.UNCHANGED};
  }

  private Map<Outcome, Integer> push(List<PushedLine> lines, int batch) {
    Map<Outcome, Integer> fates = new TreeMap<>();
    for (int from = 0; from < lines.size(); from += batch) {
      Push push = new Push(NOW, "ann", Map.copyOf(kept), line -> true);
      for (PushedLine line : lines.subList(from, Math.min(lines.size(), from + batch))) {
        LineFate fate = push.take(new PushedRow(1, line, "", null));
        fates.merge(fate.outcome(), 1, Integer::sum);
      }
      push.added().forEach(l -> kept.put(l.identity(), l.as(++numbers, NOW, "ann")));
      push.changed().forEach(l -> kept.put(l.identity(), l));
    }
    return fates;
  }

  private Map<String, BigDecimal> demand() {
    Map<String, BigDecimal> demand = new TreeMap<>();
    kept.values().stream()
        .filter(line -> line.excludedBecause() == null)
        .forEach(line -> demand.merge(line.itemId(), line.quantity(), BigDecimal::add));
    return demand;
  }

  private static PushedLine deletion(int number) {
    return PushedLines.line(number, DAY, "0", PushedLine.DELETED, "entered twice");
  }

  private static PushedLine line(int number, String quantity) {
    return PushedLines.line(number, DAY, quantity, null, null);
  }
}
