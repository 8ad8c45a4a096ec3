package org.demandwright.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.demandwright.core.Words;
import org.demandwright.core.demand.SalesLine;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.SeriesLine;
import org.demandwright.store.intake.IntakeRun;
import org.demandwright.store.intake.QuarantinedLine;

/**
 * Imports at random: few identities, series and days, so that lines are restated, move between
 * series and weeks, repeat each other, come back, are set aside and vanish.
 */
final class RandomIntake {
  /** Some days to either side of where thirteen weeks begin. */
  static final LocalDate FIRST = LocalDate.of(2025, 3, 20);

  static final int DAYS = 120;
  static final int SERIES = 4;
  private static final int IDENTITIES = 60;

  private final Stores stores;
  private final Random random;
  private int runs;

  RandomIntake(Stores stores, long seed) {
    this.stores = stores;
    this.random = new Random(seed);
  }

  LocalDate day() {
    return FIRST.plusDays(random.nextInt(DAYS));
  }

  boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  /** Carries out one run: the first one loads into an empty store. */
  void run() {
    runs++;
    IntakeRun run =
        new IntakeRun(
            runs,
            "dw_sales_line",
            Instant.parse("2025-08-01T02:30:00Z").plusSeconds(runs * 86_400L),
            runs == 1);
    Set<String> ids = ids();
    if (runs > 1 && oneIn(4)) {
      stores.intake().remove(ids, run);
      return;
    }
    List<SeriesLine> lines = new ArrayList<>();
    List<QuarantinedLine> bad = new ArrayList<>();
    for (String id : ids) {
      if (oneIn(12)) {
        bad.add(bad(id));
      } else {
        add(lines, id);
      }
    }
    Map<String, QuarantinedLine> oldBad = stores.quarantine().of(ids);
    stores.intake().write(lines, bad, oldBad, run);
  }

  private Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    int count = runs == 1 ? IDENTITIES : 1 + random.nextInt(12);
    while (ids.size() < count) {
      ids.add("L" + random.nextInt(IDENTITIES));
    }
    return ids;
  }

  private void add(List<SeriesLine> lines, String id) {
    if (oneIn(10)) {
      lines.add(line(id, "KIT", null));
      lines.add(line(id + "#cup", null, id));
      lines.add(line(id + "#pot", null, id));
    } else {
      lines.add(line(id, oneIn(8) ? "DRAFT" : null, null));
    }
  }

  private SeriesLine line(String id, String excludedBecause, String derivedFrom) {
    LocalDate day = day();
    BigDecimal quantity = BigDecimal.valueOf(random.nextInt(12) - 3L, random.nextInt(2));
    return new SeriesLine(
        Optional.of(new SeriesKey("DW", "item " + random.nextInt(SERIES), "SHA", "")),
        new SalesLine(
            id,
            "SOL",
            7L,
            oneIn(9) ? null : "D" + random.nextInt(3),
            "ORDER",
            day,
            day,
            "tea",
            oneIn(5) ? null : "C" + random.nextInt(3),
            quantity,
            "EA",
            null,
            oneIn(6) ? null : BigDecimal.valueOf(random.nextInt(5_000), 2),
            oneIn(7) ? null : oneIn(3) ? "USD" : "EUR",
            oneIn(4),
            false,
            oneIn(9) ? "EXACT_REPEAT" : null,
            excludedBecause,
            oneIn(2) ? day.minusDays(random.nextInt(40) - 5L) : null,
            derivedFrom,
            LocalDateTime.of(2025, 7, 1, random.nextInt(24), 0)));
  }

  private static QuarantinedLine bad(String id) {
    return new QuarantinedLine(
        id,
        "NO_DATE",
        Words.literal("demand_date is not set"),
        "SOL",
        1L,
        "",
        "S1",
        "tea",
        FIRST,
        BigDecimal.ONE,
        null,
        "{}",
        LocalDateTime.of(2025, 7, 2, 9, 0));
  }
}
