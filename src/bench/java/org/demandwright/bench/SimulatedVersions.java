package org.demandwright.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demandwright.app.decide.PastForecasts;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.Period;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.evaluate.TotalDemand;
import org.demandwright.core.evaluate.TotalStep;
import org.demandwright.core.pipeline.EngineOptions;

/**
 * The versions of a plan as nights would have made them: a contest every eight weeks, in the weeks
 * between what it chose is fitted to the newest demand. Of what is not recommended to forecast the
 * totals are those of its rate, as for stock plans.
 *
 * <p>Written down beside each other, since making them costs more than all that is replayed; a file
 * that is there is read.
 */
final class SimulatedVersions {
  private static final int CONTEST_EVERY = 8;

  private final SimulatedWorld world;
  private final EngineOptions options;
  private final Workers workers = new Workers(1);
  private final Map<SeriesKey, List<TotalDemand>> versions = new HashMap<>();

  private SimulatedVersions(SimulatedWorld world, Optional<String> model) {
    EngineOptions defaults =
        EngineOptions.defaults(Bucket.WEEK).withHorizon(SimulatedWorld.HORIZON);
    this.world = world;
    this.options = model.map(m -> defaults.withModels(List.of(m))).orElse(defaults);
  }

  /**
   * Returns the versions of each item.
   *
   * @param model that forecasts alone; empty = the product
   */
  static Map<SeriesKey, List<TotalDemand>> of(
      SimulatedWorld world, Optional<String> model, Path folder) throws IOException {
    Path file =
        folder.resolve(
            "%s-%d-%s.csv".formatted(world.name(), world.items().size(), model.orElse("product")));
    SimulatedVersions made = new SimulatedVersions(world, model);
    if (Files.exists(file)) {
      made.read(file);
    } else {
      made.make();
      Files.createDirectories(folder);
      made.write(file);
    }
    return made.versions;
  }

  private void make() {
    PastForecasts past = new PastForecasts(options);
    for (LocalDate contest = world.tuneFrom();
        contest.isBefore(world.testTo());
        contest = contest.plusWeeks(CONTEST_EVERY)) {
      List<Period> origins = new ArrayList<>();
      for (int week = 0; week < CONTEST_EVERY; week++) {
        if (contest.plusWeeks(week).isBefore(world.testTo())) {
          origins.add(Period.of(Bucket.WEEK, contest.plusWeeks(week)));
        }
      }
      past.round(origins, origin -> world.known(origin.start()), atOnce())
          .forEach(
              (key, made) ->
                  made.forEach(
                      v -> versions.computeIfAbsent(key, k -> new ArrayList<>()).add(v.told())));
      System.err.printf("%s contest %s%n", world.name(), contest);
    }
  }

  private PastForecasts.Each atOnce() {
    return new PastForecasts.Each() {
      @Override
      public <T, R> List<R> of(List<T> all, Function<T, R> work) {
        try {
          return workers.each(all, work);
        } catch (InterruptedException | ExecutionException e) {
          throw new IllegalStateException(e);
        }
      }
    };
  }

  private void write(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try (BufferedWriter out = Files.newBufferedWriter(part)) {
      for (Map.Entry<SeriesKey, List<TotalDemand>> e : versions.entrySet()) {
        for (TotalDemand v : e.getValue()) {
          SeriesKey k = e.getKey();
          out.write(
              String.join(
                  ";", k.org(), k.item(), k.site(), k.channel(), v.origin().start().toString()));
          for (TotalStep s : v.steps()) {
            out.write(";" + s.mean() + " " + s.nothing() + " " + text(s.quantiles()));
          }
          out.newLine();
        }
      }
    }
    Files.move(part, file);
  }

  private static String text(DoubleVector v) {
    return v.stream().mapToObj(Double::toString).collect(Collectors.joining(" "));
  }

  private void read(Path file) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] words = line.split(";", -1);
        SeriesKey key = new SeriesKey(words[0], words[1], words[2], words[3]);
        List<TotalStep> steps = new ArrayList<>();
        for (int i = 5; i < words.length; i++) {
          double[] n =
              Arrays.stream(words[i].split(" ")).mapToDouble(Double::parseDouble).toArray();
          steps.add(new TotalStep(n[0], n[1], DoubleVector.of(Arrays.copyOfRange(n, 2, n.length))));
        }
        versions
            .computeIfAbsent(key, k -> new ArrayList<>())
            .add(new TotalDemand(Period.of(Bucket.WEEK, LocalDate.parse(words[4])), steps));
      }
    }
  }
}
