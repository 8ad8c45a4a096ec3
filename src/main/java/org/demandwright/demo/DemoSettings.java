package org.demandwright.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the demo was asked for, by system properties {@code demo.*}; an empty property is one that
 * is not given.
 *
 * @param dataDir where everything is kept
 * @param port of HTTP
 * @param once whether to leave after the summary
 * @param sales order lines to load instead of the generated ones
 * @param planted whether the generated ERP has effects of prices and promotions planted in it
 * @param job parameters of the nightly job
 * @param war the application
 * @param micro payara-micro.jar
 * @param serverJvm options of the server's JVM
 */
record DemoSettings(
    Path dataDir,
    int port,
    boolean once,
    Optional<Path> sales,
    boolean planted,
    Map<String, String> job,
    Path war,
    Path micro,
    List<String> serverJvm) {
  private static final List<String> JOB_PARAMETERS =
      List.of("bucket", "horizon", "asOf", "partitions");

  DemoSettings {
    job = Map.copyOf(job);
    serverJvm = List.copyOf(serverJvm);
  }

  /** Reads the settings; relative paths start at {@code demo.start.dir}. */
  static DemoSettings of(Properties properties) {
    Path start = Path.of(properties.getProperty("demo.start.dir", "")).toAbsolutePath();
    Map<String, String> job = new TreeMap<>();
    for (String name : JOB_PARAMETERS) {
      text(properties, name).ifPresent(value -> job.put(name, value));
    }
    return new DemoSettings(
        path(properties, "data.dir", start),
        port(properties),
        isOn(properties, "once"),
        text(properties, "sales").map(file -> start.resolve(file).normalize()),
        isOn(properties, "planted"),
        job,
        path(properties, "war", start),
        path(properties, "micro", start),
        text(properties, "server.jvm").map(s -> List.of(s.split("\\s+"))).orElse(List.of()));
  }

  private static boolean isOn(Properties properties, String name) {
    return text(properties, name).filter(value -> !value.equals("false")).isPresent();
  }

  private static Optional<String> text(Properties properties, String name) {
    return Optional.ofNullable(properties.getProperty("demo." + name))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  private static Path path(Properties properties, String name, Path start) {
    return text(properties, name)
        .map(value -> start.resolve(value).normalize())
        .orElseThrow(
            () ->
                new DemoFailure("demo." + name + " is not given; start the demo by ./mvnw -Pdemo"));
  }

  private static int port(Properties properties) {
    String text = text(properties, "port").orElse("8080");
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      throw new DemoFailure("-Dport=" + text + " is not a number; give one from 1 to 65535", e);
    }
    throw new DemoFailure("-Dport=" + text + " is no port; give one from 1 to 65535");
  }
}
