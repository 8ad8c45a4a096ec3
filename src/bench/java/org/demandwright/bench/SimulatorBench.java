package org.demandwright.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demandwright.bench.SimulatedRun.Point;
import org.demandwright.bench.SimulatedRun.Variant;
import org.demandwright.core.decide.Abc;
import org.demandwright.core.decide.simulate.ForecastDays;
import org.demandwright.core.decide.simulate.Outcome;
import org.demandwright.core.decide.simulate.WayOfOrdering;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.pipeline.SeriesInput;

/**
 * Judges ways of ordering by the money that they would have cost on demand that came ({@link
 * org.demandwright.core.decide.simulate}): this product's plans, minimum and maximum by mean and
 * deviation of a year as ERPs ship them, the same by a quarter (moving average), the ERP's own
 * reorder rules where it has some. Each is tuned on the days before the test alone.
 *
 * <p>Arguments: {@code demo}, {@code demo+1} for one of other items and demand, a file of order
 * lines of Online Retail II or a folder with the M5 panel, number of items, a folder for versions,
 * then {@code models} (each classical model in place of the product), {@code vary} (lead time and
 * costs ± 50 %).
 */
public final class SimulatorBench {
  private static final int YEAR = 365;
  private static final double[] ASKED = {0.90, 0.95, 0.98};
  private static final List<String> MODELS =
      List.of("SeasonalNaive", "MovingAverage", "TSB", "ExponentialSmoothing", "ThetaLog");
  private static final String OURS = "own spread, least cost";
  private static final String UNTUNED = "own spread, least cost, no knob";
  private static final String USUAL = "own spread, as nobody says anything";
  private static final String FILL = "own spread, one fill rate";
  private static final String MINMAX = "min/max of a year";

  private final SimulatedWorld world;
  private final Path folder;
  private final Map<SeriesKey, List<TotalDemand>> told;
  private final Map<SeriesKey, List<TotalDemand>> versions;
  private final Map<SeriesKey, Abc> abc = new HashMap<>();
  private final Map<SeriesKey, DemandPattern> patterns = new HashMap<>();

  private SimulatorBench(SimulatedWorld world, Path folder) throws Exception {
    this.world = world;
    this.folder = folder;
    this.told = SimulatedVersions.of(world, Optional.empty(), folder);
    this.versions = SimulatedSpread.of(world, told);
    Map<String, Double> values = new TreeMap<>();
    for (SimulatedItem i : world.items()) {
      double past = i.demand().before(world.tuneFrom()).mean(YEAR) * i.order().unit().doubleValue();
      values.put(i.key().toString(), past * i.costs().price());
    }
    Map<String, Abc> classes = Abc.of(values);
    world.items().forEach(i -> abc.put(i.key(), classes.get(i.key().toString())));
    for (SeriesInput input : world.known(world.tuneFrom())) {
      patterns.put(input.series().key(), DemandPattern.of(input.series()));
    }
  }

  public static void main(String... args) throws Exception {
    int items = Integer.parseInt(args[1]);
    if (!args[0].startsWith("demo") && !Files.exists(Path.of(args[0]))) {
      System.out.println(args[0] + " is not there; nothing is replayed");
      return;
    }
    SimulatedWorld world = world(args[0], items);
    SimulatorBench bench = new SimulatorBench(world, Path.of(args[2]));
    List<String> more = List.of(args).subList(3, args.length);
    say(
        "**%s**: %s. Judged from %s to before %s, tuned from %s on.%n",
        world.name(), world.says(), world.testFrom(), world.testTo(), world.tuneFrom());
    Map<String, List<Point>> curves = bench.compared();
    bench.classes(curves);
    bench.asked("own spread", bench.versions);
    bench.tails();
    if (more.contains("models")) {
      bench.models(SimulatedRun.tuned(curves.get(MINMAX)));
    }
    if (more.contains("vary")) {
      bench.varied();
    }
    if (more.contains("curves")) {
      curves.forEach(SimulatorBench::curve);
    }
  }

  private static SimulatedWorld world(String name, int items) throws Exception {
    if (name.startsWith("demo")) {
      return DemoWorld.of(items, name.equals("demo") ? 0 : Integer.parseInt(name.substring(5)));
    }
    Path file = Path.of(name);
    return Files.isDirectory(file)
        ? M5World.of(
            file.resolve("panels/m5-day1885.csv.gz"), file.resolve("m5/prices.csv.gz"), items)
        : RetailWorld.of(file, items);
  }

  private static void say(String format, Object... args) {
    System.out.printf(Locale.ROOT, format, args);
  }

  private List<SimulatedPolicy> policies() {
    List<SimulatedPolicy> policies =
        new ArrayList<>(
            List.of(
                SimulatedPolicy.of(OURS, WayOfOrdering.LEAST_COST),
                SimulatedPolicy.of(FILL, WayOfOrdering.FILL_RATE),
                SimulatedPolicy.of(
                    "forecast, a year's deviation, normal", WayOfOrdering.FORECAST_NORMAL),
                SimulatedPolicy.of(MINMAX, WayOfOrdering.MIN_MAX),
                SimulatedPolicy.of("moving average of a quarter", WayOfOrdering.MOVING_AVERAGE)));
    if (world.items().get(0).erp().isPresent()) {
      policies.add(SimulatedPolicy.of("the ERP's own rules", WayOfOrdering.ERP_RULES));
    }
    return policies;
  }

  private Map<String, List<Point>> compared() {
    SimulatedRun run = new SimulatedRun(world, Variant.BASE, versions);
    Map<String, List<Point>> curves = new LinkedHashMap<>();
    SimulatedRun asTold = new SimulatedRun(world, Variant.BASE, told);
    curves.put("as told, least cost", asTold.curve(leastCost("as told")));
    curves.put("as told, least cost, no knob", points(asTold, leastCost(OURS), 1));
    curves.put(UNTUNED, points(run, leastCost(UNTUNED), 1));
    curves.put(USUAL, points(run, new SimulatedPolicy(USUAL, WayOfOrdering.PLANNED, 1), 1));
    policies().forEach(p -> curves.put(p.name(), run.curve(p)));
    Point base = SimulatedRun.tuned(curves.get(MINMAX));
    say(
        "%n| way | factor | fill | cycles | stock | orders | lines | holding | ordering | shortage | total | ÷ min/max | stock cost at its fill ÷ min/max |%n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|%n");
    curves.forEach((name, curve) -> row(name, curve, base));
    return curves;
  }

  private static SimulatedPolicy leastCost(String name) {
    return SimulatedPolicy.of(name, WayOfOrdering.LEAST_COST);
  }

  private static List<Point> points(SimulatedRun run, SimulatedPolicy policy, double factor) {
    return List.of(run.point(policy, factor));
  }

  private static void row(String name, List<Point> curve, Point base) {
    Point p = SimulatedRun.tuned(curve);
    Outcome o = p.all();
    say(
        "| %s | %s | %.1f %% | %.1f %% | %.0f | %d | %d | %.0f | %.0f | %.0f | %.0f | %.3f | %s |%n",
        name,
        p.factor(),
        100 * o.fillRate(),
        100 * o.cycleService(),
        o.averageValue(),
        p.orders(),
        o.lines(),
        o.money().holding(),
        o.money().ordering(),
        o.money().shortage(),
        o.money().total(),
        ratio(o, base.all()),
        at(curve, base.all()));
  }

  private static double ratio(Outcome one, Outcome other) {
    return one.money().total().doubleValue() / other.money().total().doubleValue();
  }

  private static double keeping(Outcome o) {
    return o.money().holding().add(o.money().ordering()).doubleValue();
  }

  /** What stock and orders cost where as much money is missed as the other misses, ÷ its. */
  private static String at(List<Point> curve, Outcome other) {
    double wanted = other.money().shortage().doubleValue();
    for (int i = 1; i < curve.size(); i++) {
      Outcome a = curve.get(i - 1).all();
      Outcome b = curve.get(i).all();
      double from = a.money().shortage().doubleValue();
      double to = b.money().shortage().doubleValue();
      if (from >= wanted && to <= wanted && from > to) {
        double share = (from - wanted) / (from - to);
        return String.format(
            Locale.ROOT, "%.3f", (keeping(a) + share * (keeping(b) - keeping(a))) / keeping(other));
      }
    }
    return "–";
  }

  private void classes(Map<String, List<Point>> curves) {
    Map<String, TreeSet<SeriesKey>> classes = new TreeMap<>();
    patterns.forEach(
        (k, v) -> {
          classes.computeIfAbsent(v.name(), n -> new TreeSet<>()).add(k);
          classes.computeIfAbsent("class " + abc.get(k), n -> new TreeSet<>()).add(k);
        });
    Point base = SimulatedRun.tuned(curves.get(MINMAX));
    say(
        "%n| items | number | min/max: fill, total | ours: fill, total | ÷ min/max |%n|---|---:|---:|---:|---:|%n");
    classes.forEach(
        (name, keys) -> {
          keys.retainAll(versions.keySet());
          if (!keys.isEmpty()) {
            Outcome theirs = base.of(keys::contains);
            Outcome own = SimulatedRun.tuned(curves.get(UNTUNED)).of(keys::contains);
            say(
                "| %s | %d | %.1f %%, %.0f | %.1f %%, %.0f | %.3f |%n",
                name,
                keys.size(),
                100 * theirs.fillRate(),
                theirs.money().total(),
                100 * own.fillRate(),
                own.money().total(),
                ratio(own, theirs));
          }
        });
  }

  private void tails() {
    tails("as told, before the test", told, world.tuneFrom(), world.testFrom());
    tails("as told", told, world.testFrom(), world.testTo());
    tails("own spread", versions, world.testFrom(), world.testTo());
  }

  private void tails(
      String name, Map<SeriesKey, List<TotalDemand>> versions, LocalDate from, LocalDate to) {
    say("%nTotals of lead time and review period, %s:%n", name);
    LeadTimeTails tails = new LeadTimeTails();
    for (SimulatedItem item : world.items()) {
      if (versions.containsKey(item.key()) && patterns.containsKey(item.key())) {
        tails.add(
            patterns.get(item.key()).name(),
            item,
            new ForecastDays(versions.get(item.key())),
            from,
            to,
            (int) Math.rint(item.lead().mean()) + SimulatedRun.REVIEW_DAYS);
      }
    }
    tails.print();
  }

  private void asked(String spread, Map<SeriesKey, List<TotalDemand>> versions) {
    say("%n%s:%n", spread);
    say(
        "%n| fill asked | terms | A | B | C | all | stock | holding and ordering |%n|---:|---|---:|---:|---:|---:|---:|---:|%n");
    for (Variant variant : List.of(Variant.BASE, Variant.TERMS)) {
      SimulatedRun run = new SimulatedRun(world, variant, versions);
      for (double asked : ASKED) {
        Point p = run.point(SimulatedPolicy.of(FILL, WayOfOrdering.FILL_RATE), asked);
        say("| %.0f %% | %s", 100 * asked, variant.name());
        for (Abc c : Abc.values()) {
          say(
              " | %s",
              some(c) ? "%.1f %%".formatted(100 * p.of(k -> abc.get(k) == c).fillRate()) : "–");
        }
        Outcome all = p.all();
        say(" | %.1f %% | %.0f | %.0f |%n", 100 * all.fillRate(), all.averageValue(), keeping(all));
      }
    }
  }

  private boolean some(Abc c) {
    return versions.keySet().stream().anyMatch(k -> abc.get(k) == c);
  }

  private void models(Point base) throws Exception {
    say(
        "%n| forecast by | factor | fill | total | ÷ min/max | stock cost at its fill ÷ min/max |%n|---|---:|---:|---:|---:|---:|%n");
    for (String model : MODELS) {
      Map<SeriesKey, List<TotalDemand>> made =
          SimulatedVersions.of(world, Optional.of(model), folder);
      List<Point> curve =
          new SimulatedRun(world, Variant.BASE, SimulatedSpread.of(world, completed(made)))
              .curve(leastCost(model));
      Point p = SimulatedRun.tuned(curve);
      say(
          "| %s | %s | %.1f %% | %.0f | %.3f | %s |%n",
          model,
          p.factor(),
          100 * p.all().fillRate(),
          p.all().money().total(),
          ratio(p.all(), base.all()),
          at(curve, base.all()));
    }
  }

  /** What a model refused is forecast by the product. */
  private Map<SeriesKey, List<TotalDemand>> completed(Map<SeriesKey, List<TotalDemand>> made) {
    Map<SeriesKey, List<TotalDemand>> whole = new HashMap<>();
    told.forEach(
        (key, all) -> {
          Map<LocalDate, TotalDemand> byOrigin = new TreeMap<>();
          all.forEach(v -> byOrigin.put(v.origin().start(), v));
          made.getOrDefault(key, List.of()).forEach(v -> byOrigin.put(v.origin().start(), v));
          whole.put(key, List.copyOf(byOrigin.values()));
        });
    return whole;
  }

  private void varied() {
    say(
        "%n| varied | min/max: factor, fill, total | ours: factor, fill, total | ÷ min/max |%n|---|---:|---:|---:|%n");
    for (Variant v :
        List.of(
            new Variant("lead time × 0.5", 0.5, 1, 1, 1, false),
            new Variant("lead time × 1.5", 1.5, 1, 1, 1, false),
            new Variant("holding × 0.5", 1, 0.5, 1, 1, false),
            new Variant("holding × 1.5", 1, 1.5, 1, 1, false),
            new Variant("ordering × 0.5", 1, 1, 0.5, 1, false),
            new Variant("ordering × 1.5", 1, 1, 1.5, 1, false),
            new Variant("shortage × 0.5", 1, 1, 1, 0.5, false),
            new Variant("shortage × 1.5", 1, 1, 1, 1.5, false),
            Variant.TERMS)) {
      SimulatedRun run = new SimulatedRun(world, v, versions);
      Point theirs =
          SimulatedRun.tuned(run.curve(SimulatedPolicy.of(MINMAX, WayOfOrdering.MIN_MAX)));
      Point own = run.point(leastCost(UNTUNED), 1);
      say(
          "| %s | %s, %.1f %%, %.0f | %s, %.1f %%, %.0f | %.3f |%n",
          v.name(),
          theirs.factor(),
          100 * theirs.all().fillRate(),
          theirs.all().money().total(),
          own.factor(),
          100 * own.all().fillRate(),
          own.all().money().total(),
          ratio(own.all(), theirs.all()));
    }
  }

  private static void curve(String name, List<Point> points) {
    say("%n%s: factor → fill, holding + ordering, total; total in the days of tuning%n", name);
    for (Point p : points) {
      say(
          "%s → %.1f %%, %.0f, %.0f; %.0f%n",
          p.factor(),
          100 * p.all().fillRate(),
          keeping(p.all()),
          p.all().money().total(),
          p.tuned().money().total());
    }
  }
}
