package org.demandwright.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.core.decide.CostTerms;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.core.decide.simulate.DailyDemand;
import org.demandwright.core.demand.EventCalendar;
import org.demandwright.core.demand.SeriesKey;

/**
 * Items of the M5 competition at shops by the day, the newest three years of the panel. What is
 * tuned is tuned here, so that other data judge it.
 */
final class M5World {
  private static final LocalDate FIRST = LocalDate.of(2013, 4, 1);
  private static final LocalDate TUNE = LocalDate.of(2014, 12, 1);
  private static final LocalDate TEST = LocalDate.of(2015, 6, 1);
  private static final LocalDate END = LocalDate.of(2016, 3, 21);
  private static final double COST = 0.7;
  private static final double HOLDING = 0.25;
  private static final double ORDERING = 1;
  private static final int LEAST_WEEKS = 8;
  private static final List<DayDistribution> LEADS =
      List.of(
          DayDistribution.certain(5),
          DayDistribution.of(Map.of(5, 1.0, 6, 1.0, 7, 2.0, 9, 1.0, 12, 0.5)),
          DayDistribution.of(Map.of(12, 1.0, 14, 2.0, 16, 1.0, 21, 0.5, 28, 0.3)));

  private M5World() {}

  /**
   * @param panel days of sales
   * @param prices of shops by week
   * @param items at shops, evenly spread
   */
  static SimulatedWorld of(Path panel, Path prices, int items) throws IOException {
    Map<String, Double> price = new HashMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(PanelFile.reader(prices))) {
      for (NamedCsvRecord row : rows) {
        price.put(
            row.getField("item_id") + "|" + row.getField("store_id"),
            Double.parseDouble(row.getField("sell_price")));
      }
    }
    List<SimulatedItem> all = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(PanelFile.reader(panel))) {
      for (NamedCsvRecord row : rows) {
        String name = row.getField("series");
        long[] units = units(LocalDate.parse(row.getField("start")), row.getField("train"));
        int before = 0;
        for (int d = 0; d < ChronoUnit.DAYS.between(FIRST, TUNE.minusWeeks(LEAST_WEEKS)); d++) {
          before += units[d] > 0 ? 1 : 0;
        }
        if (price.containsKey(name) && before > LEAST_WEEKS) {
          all.add(item(name, price.get(name), units, all.size()));
        }
      }
    }
    List<SimulatedItem> spread = new ArrayList<>();
    int n = Math.min(items, all.size());
    for (int i = 0; i < n; i++) {
      spread.add(all.get((int) ((long) i * all.size() / n)));
    }
    return new SimulatedWorld(
        "m5",
        "%d of %d items at shops; what was sold; lead times of 5, 5 to 12, 12 to 28 days in turn; cost %s of the price, holding %s a year of it, %s an order line, the rest of the price a missing unit"
            .formatted(n, all.size(), COST, HOLDING, ORDERING),
        TUNE,
        TEST,
        END,
        EventCalendar.none(),
        spread);
  }

  private static long[] units(LocalDate start, String text) {
    long[] units = new long[(int) ChronoUnit.DAYS.between(FIRST, END)];
    String[] words = text.trim().split("\\s+");
    int skipped = (int) ChronoUnit.DAYS.between(start, FIRST);
    for (int t = 0; t < words.length; t++) {
      int day = t - skipped;
      if (day >= 0 && day < units.length && !words[t].equals("NA")) {
        units[day] = (long) Double.parseDouble(words[t]);
      }
    }
    return units;
  }

  private static SimulatedItem item(String name, double price, long[] units, int number) {
    String[] parts = name.split("\\|");
    return new SimulatedItem(
        new SeriesKey("M5", parts[0], parts[1], ""),
        "V" + parts[0].hashCode() % 5,
        parts[0].replaceAll("_.*", ""),
        DailyDemand.of(FIRST, units),
        new CostTerms(price * COST, HOLDING, ORDERING, Optional.of(price * (1 - COST))),
        new OrderTerms(
            BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, Optional.empty()),
        LEADS.get(number % LEADS.size()),
        SupplyDays.ALL,
        Optional.empty(),
        List.of(),
        List.of());
  }
}
