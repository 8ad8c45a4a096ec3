package org.demandwright.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.demandwright.core.decide.CostTerms;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.core.decide.simulate.DailyDemand;
import org.demandwright.core.demand.EventCalendar;
import org.demandwright.core.demand.SeriesKey;

/**
 * Online Retail II by the day: gross demand of product codes, without cancellations and
 * corrections. What was not there to be sold is not in it.
 */
final class RetailWorld {
  private static final LocalDate FIRST = LocalDate.of(2009, 11, 30);
  private static final LocalDate TUNE = LocalDate.of(2010, 12, 6);
  private static final LocalDate TEST = LocalDate.of(2011, 4, 11);
  private static final LocalDate END = LocalDate.of(2011, 9, 5);
  private static final Pattern PRODUCT = Pattern.compile("\\d{5}[A-Z]{0,2}");
  private static final DayDistribution LEAD =
      DayDistribution.of(Map.of(10, 1.0, 12, 2.0, 14, 4.0, 16, 2.0, 18, 1.0, 21, 1.0, 28, 0.5));
  private static final double COST = 0.5;
  private static final double HOLDING = 0.25;
  private static final double ORDERING = 2;
  private static final int LEAST_WEEKS = 10;
  private static final int RECENT_WEEKS = 26;

  private RetailWorld() {}

  private static final class Sales {
    private final long[] units = new long[(int) ChronoUnit.DAYS.between(FIRST, END)];
    private final Map<Long, Integer> sizes = new TreeMap<>();
    private double value;
    private long sold;

    int weeks(int from, int to) {
      boolean[] weeks = new boolean[to];
      for (int d = from * 7; d < to * 7; d++) {
        weeks[d / 7] |= units[d] > 0;
      }
      int n = 0;
      for (boolean week : weeks) {
        n += week ? 1 : 0;
      }
      return n;
    }

    /** The size of most lines before anything is replayed, as if it were a carton. */
    long carton() {
      return sizes.entrySet().stream()
          .max(
              Comparator.comparing((Map.Entry<Long, Integer> e) -> e.getValue())
                  .thenComparing(e -> -e.getKey()))
          .map(Map.Entry::getKey)
          .orElse(1L);
    }
  }

  /**
   * @param items evenly spread over the codes
   */
  static SimulatedWorld of(Path lines, int items) throws IOException {
    Map<String, Sales> all = read(lines);
    int known = (int) ChronoUnit.WEEKS.between(FIRST, TUNE);
    List<SimulatedItem> chosen = new ArrayList<>();
    all.forEach(
        (code, sales) -> {
          if (sales.weeks(0, known) >= LEAST_WEEKS
              && sales.weeks(known - RECENT_WEEKS, known) >= 1) {
            chosen.add(item(code, sales));
          }
        });
    List<SimulatedItem> spread = new ArrayList<>();
    int n = Math.min(items, chosen.size());
    for (int i = 0; i < n; i++) {
      spread.add(chosen.get((int) ((long) i * chosen.size() / n)));
    }
    return new SimulatedWorld(
        "online-retail",
        "%d of %d items; what was sold, which stock-outs may have cut; lead time of 10 to 28 days, mean %.1f; cost half the mean sales price, holding %s a year of it, %s an order line, the other half a missing unit; cartons of the size of most lines before"
            .formatted(n, chosen.size(), LEAD.mean(), HOLDING, ORDERING),
        TUNE,
        TEST,
        END,
        EventCalendar.none(),
        spread);
  }

  private static SimulatedItem item(String code, Sales sales) {
    double price = sales.value / sales.sold;
    BigDecimal carton = BigDecimal.valueOf(sales.carton());
    return new SimulatedItem(
        SeriesKey.of(code),
        "V" + Integer.parseInt(code.substring(0, 5)) % 20,
        "",
        DailyDemand.of(FIRST, sales.units),
        new CostTerms(price * COST, HOLDING, ORDERING, Optional.of(price * (1 - COST))),
        new OrderTerms(BigDecimal.ONE, carton, carton, BigDecimal.ONE, Optional.empty()),
        LEAD,
        SupplyDays.ALL,
        Optional.empty(),
        List.of(),
        List.of());
  }

  private static Map<String, Sales> read(Path lines) throws IOException {
    Map<String, Sales> all = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(PanelFile.reader(lines))) {
      for (NamedCsvRecord row : rows) {
        String code = row.getField("StockCode").toUpperCase(Locale.ROOT);
        String invoice = row.getField("Invoice");
        long quantity = Long.parseLong(row.getField("Quantity"));
        double price = Double.parseDouble(row.getField("Price"));
        boolean sale = !invoice.startsWith("C") && !invoice.startsWith("A");
        if (sale && quantity > 0 && price > 0 && PRODUCT.matcher(code).matches()) {
          LocalDate day = LocalDate.parse(row.getField("InvoiceDate").substring(0, 10));
          Sales sales = all.computeIfAbsent(code, c -> new Sales());
          sales.units[(int) ChronoUnit.DAYS.between(FIRST, day)] += quantity;
          if (day.isBefore(TUNE)) {
            sales.value += price * quantity;
            sales.sold += quantity;
            sales.sizes.merge(quantity, 1, Integer::sum);
          }
        }
      }
    }
    return all;
  }
}
