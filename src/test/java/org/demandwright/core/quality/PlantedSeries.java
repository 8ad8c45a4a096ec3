package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Cleaned;
import org.demandwright.core.demand.Covariates;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.DemandAggregator;
import org.demandwright.core.demand.DemandCleaner;
import org.demandwright.core.demand.EventCalendar;
import org.demandwright.core.demand.EventDays;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.StockOut;
import org.demandwright.core.quality.BookedLine.Money;

/** A series of lines that a test plants trouble into, and inspects. */
final class PlantedSeries {
  static final LocalDate START = LocalDate.of(2022, 1, 3);
  static final SeriesKey KEY = new SeriesKey("DW", "tea", "SHA", "");

  private final List<BookedLine> lines = new ArrayList<>();
  private final List<StockOut> stockOuts = new ArrayList<>();
  private ItemState item = ItemState.sold();
  private EventCalendar events = EventCalendar.none();
  private LocalDate asOf;
  private int documents;

  private PlantedSeries(int days) {
    asOf = START.plusDays(days);
  }

  static LocalDate day(int index) {
    return START.plusDays(index);
  }

  /** Returns a series without any line, known for so many days. */
  static PlantedSeries empty(int days) {
    return new PlantedSeries(days);
  }

  /**
   * Returns a series that looks right: each day Poisson(mean) orders of one to four units at 5 CNY
   * by any of forty customers.
   */
  static PlantedSeries clean(int days, double mean, long seed) {
    PlantedSeries series = new PlantedSeries(days);
    Random random = new Random(seed);
    for (int day = 0; day < days; day++) {
      for (int n = poisson(mean, random); n > 0; n--) {
        series.sell(day, "C" + random.nextInt(40), 1 + random.nextInt(4), "5", "CNY");
      }
    }
    return series;
  }

  /**
   * Returns a series of documents with two lines each, one a day: any quantity is sold half as
   * often as one less, so that one pair in three is of the same quantity.
   */
  static PlantedSeries inPairs(int documents, long seed) {
    PlantedSeries series = new PlantedSeries(documents);
    Random random = new Random(seed);
    for (int day = 0; day < documents; day++) {
      for (int line = 0; line < 2; line++) {
        BigDecimal units = BigDecimal.ONE;
        while (random.nextBoolean()) {
          units = units.add(BigDecimal.ONE);
        }
        series.add(
            new BookedLine(day(day), "P" + day, "C1", units, Optional.empty(), false, false));
      }
    }
    return series;
  }

  private static int poisson(double mean, Random random) {
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int n = 0;
    while (product > limit) {
      n++;
      product *= random.nextDouble();
    }
    return n;
  }

  /** Adds an order of its own document. */
  PlantedSeries sell(int day, String customer, int quantity, String price, String currency) {
    BigDecimal units = BigDecimal.valueOf(quantity);
    Money money = new Money(units.multiply(new BigDecimal(price)), currency);
    return add(
        new BookedLine(
            day(day), "D" + documents++, customer, units, Optional.of(money), false, false));
  }

  PlantedSeries add(BookedLine line) {
    lines.add(line);
    return this;
  }

  /** Removes the lines of these days, both included. */
  PlantedSeries silence(int from, int to) {
    lines.removeIf(l -> !l.day().isBefore(day(from)) && !l.day().isAfter(day(to)));
    return this;
  }

  /** Changes every line from a day on. */
  PlantedSeries from(int day, UnaryOperator<BookedLine> change) {
    lines.replaceAll(l -> l.day().isBefore(day(day)) ? l : change.apply(l));
    return this;
  }

  PlantedSeries outOfStock(int from, int to) {
    stockOuts.add(new StockOut(day(from), day(to)));
    return this;
  }

  PlantedSeries event(int from, int to) {
    events = EventCalendar.of(List.of(new EventDays("fair", day(from), day(to))));
    return this;
  }

  PlantedSeries item(ItemState state) {
    item = state;
    return this;
  }

  PlantedSeries asOf(int day) {
    asOf = day(day);
    return this;
  }

  List<BookedLine> lines() {
    return lines.stream().sorted(Comparator.comparing(BookedLine::day)).toList();
  }

  SeriesProfile profile() {
    SeriesProfiler profiler = new SeriesProfiler();
    lines().forEach(profiler::add);
    return profiler.profile();
  }

  InspectedSeries inspected() {
    SeriesProfile profile = profile();
    return new InspectedSeries(KEY, profile, cleaned(profile), events, stockOuts, item, asOf);
  }

  private Optional<Cleaned> cleaned(SeriesProfile profile) {
    List<DayTotal> days =
        profile.days().stream().map(d -> new DayTotal(d.day(), d.gross(), d.returned())).toList();
    return DemandAggregator.aggregate(KEY, days, stockOuts, Bucket.WEEK, asOf)
        .toOptional()
        .map(a -> DemandCleaner.clean(a.series(), Covariates.none(), Bucket.WEEK.season()));
  }

  /** Returns what all rules find. */
  List<Finding> findings() {
    return SeriesInspection.inspect(inspected());
  }

  /** Returns what one rule finds. */
  List<Finding> findings(Rule rule) {
    return findings().stream().filter(f -> f.rule() == rule).toList();
  }
}
