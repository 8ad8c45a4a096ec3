package org.demandwright.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.Installation;
import org.demandwright.server.Installation.Engine;
import org.demandwright.server.RunTimes;
import org.demandwright.server.RunTimes.Span;

/**
 * How long the job import-sales takes in full on H2, as delivered: the store is embedded in the
 * server, the ERP a database beside it.
 *
 * <p>{@code ./mvnw -q -Pbench package -Dbench=H2IntakeBench -Dbench.phase=package "-Dargs=1000000
 * before.war"}: about a million lines, imported by the WAR just built and, in turn with it, by
 * others.
 */
public final class H2IntakeBench {
  private static final Duration LIMIT = Duration.ofHours(1);
  private static final String WAR = "demandwright.war";

  private H2IntakeBench() {}

  public static void main(String[] args) throws Exception {
    int lines = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    List<String> wars = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      wars.add(args[i]);
    }
    wars.add(System.getProperty(WAR));
    for (String war : wars) {
      System.setProperty(WAR, war);
      measure(war, lines);
    }
    System.exit(0);
  }

  private static void measure(String war, int lines) throws Exception {
    DemoSize size = new DemoSize(300, 4, 1096, lines, LocalDate.of(2025, 12, 31), 20_251_231L);
    try (Installation installation = Installation.of(Engine.H2, "intake-bench", size);
        ProcessorTimes server = new ProcessorTimes(installation.server().start().pid())) {
      RunTimes times =
          RunTimes.of(installation.server().client().complete("import-sales", Map.of(), LIMIT));
      System.out.println("\n" + war + "; processor time of the server");
      times.steps().forEach(step -> print(step, server));
      print(times.whole(), server);
    }
  }

  private static void print(Span span, ProcessorTimes server) {
    System.out.printf(
        Locale.ROOT, "  %-20s %9.1f s %9.1f s%n", span.name(), span.seconds(), server.within(span));
  }
}
