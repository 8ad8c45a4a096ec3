package org.demandwright.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The built WAR in a Payara Micro process of its own.
 *
 * <p>The folder keeps everything: the data, the server's files, {@code server.log}. A server that
 * was stopped or killed can be started again on it and keeps its port. Every process ends with the
 * test JVM at the latest.
 */
public final class PayaraServer implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(4);
  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
  }

  private final Path folder;
  private final int port;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final List<String> jvm = new ArrayList<>();
  private Process process;
  private long logBefore;

  private PayaraServer(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder).toAbsolutePath();
    this.port = freePort();
    set("dw.data.dir", data().toString());
    set("dw.schedule.enabled", "false");
    set("dw.forecast.contest-every-days", "0"); // a run says the same whatever ran before it
  }

  /** Returns a server that is not started yet and keeps everything below {@code folder}. */
  public static PayaraServer in(Path folder) throws IOException {
    return new PayaraServer(folder);
  }

  /** Returns an empty folder below {@code target} for one server. */
  public static Path freshFolder(String name) throws IOException {
    Path parent = Files.createDirectories(Path.of(property("demandwright.target"), "servers"));
    return Files.createTempDirectory(parent, name + "-");
  }

  /** Gives the server a setting; takes effect at the next start. */
  public PayaraServer set(String name, String value) {
    settings.put(name, value);
    return this;
  }

  /** Gives the server's JVM options, which win over the usual ones; takes effect at next start. */
  public PayaraServer jvm(String... options) {
    jvm.addAll(List.of(options));
    return this;
  }

  /** Gives another server the same two databases. */
  void copyDataSourcesTo(PayaraServer other) {
    settings.forEach(
        (name, value) -> {
          if (name.startsWith("dw.store.") || name.startsWith("dw.erp.")) {
            other.set(name, value);
          }
        });
  }

  public Path data() {
    return folder.resolve("data");
  }

  public Path logFile() {
    return folder.resolve("server.log");
  }

  /** Starts the process and waits until the application answers. */
  public PayaraServer start() throws IOException, InterruptedException {
    if (process != null && process.isAlive()) {
      throw new IllegalStateException("this server runs already, pid " + process.pid());
    }
    // A server that finds the application of its last start would deploy it twice.
    empty(folder.resolve("payara"));
    logBefore = Files.exists(logFile()) ? Files.size(logFile()) : 0;
    ProcessBuilder builder = new ProcessBuilder(command());
    builder.directory(folder.toFile());
    builder.environment().put("WEKA_HOME", folder.resolve("weka").toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
    process = builder.start();
    RUNNING.add(process);
    awaitReady();
    return this;
  }

  /** Ends the process as a power cut would (SIGKILL): no shutdown hook, no flush. */
  public void killHard() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
    RUNNING.remove(process);
  }

  /** Ends the process in good order (SIGTERM), or hard where that takes more than a minute. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      System.err.println("server did not end within a minute, killed hard: " + folder);
    }
    killHard();
  }

  @Override
  public void close() throws InterruptedException {
    if (process != null) {
      stop();
    }
  }

  public boolean running() {
    return process != null && process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /**
   * Forbids the running server to let any file grow beyond {@code bytes}: what {@code ulimit -f}
   * does, and what a full disk looks like.
   */
  public void limitFileSize(long bytes) throws IOException, InterruptedException {
    prlimit(Long.toString(bytes));
  }

  public void liftFileSizeLimit() throws IOException, InterruptedException {
    prlimit("unlimited");
  }

  private void prlimit(String softLimit) throws IOException, InterruptedException {
    Process prlimit =
        new ProcessBuilder("prlimit", "--pid", Long.toString(pid()), "--fsize=" + softLimit + ":")
            .inheritIO()
            .start();
    if (prlimit.waitFor() != 0) {
      throw new IllegalStateException("prlimit (util-linux) refused to limit pid " + pid());
    }
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Returns the administrator's first password, as the server wrote it. */
  public String password() throws IOException {
    return Files.readString(data().resolve("admin.password")).trim();
  }

  /** Returns a client that is logged in as the administrator. */
  public ServerClient client() throws IOException {
    return new ServerClient(url("/").toString(), "admin", password());
  }

  /** Returns the last lines of the log, for messages of failing tests. */
  public String logTail() throws IOException {
    if (!Files.exists(logFile())) {
      return "(no log)";
    }
    List<String> lines = Files.readString(logFile()).lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    // Room from the first: else the heap is collected some twenty times while the server starts.
    command.add("-XX:MetaspaceSize=256m");
    if (jvm.stream().noneMatch(option -> option.startsWith("-Xmx"))) {
      command.add("-Xms1g");
    }
    command.addAll(List.of(property("demandwright.jvm").trim().split("\\s+")));
    command.addAll(jvm);
    settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
    command.addAll(List.of("-jar", property("payara.micro.jar"), "--nocluster"));
    command.addAll(List.of("--rootDir", folder.resolve("payara").toString()));
    command.addAll(List.of("--port", Integer.toString(port), "--contextroot", "/"));
    command.addAll(List.of("--deploy", property("demandwright.war")));
    return command;
  }

  private void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new IllegalStateException("the server ended while starting\n" + logTail());
      }
      if (logged("Exception while loading the app")) {
        killHard();
        throw new IllegalStateException("the WAR could not be deployed\n" + logTail());
      }
      if (logged("Payara Micro .* ready in .*") && ready()) {
        return;
      }
      Thread.sleep(200);
    }
    killHard();
    throw new IllegalStateException("not ready after " + START_LIMIT + "\n" + logTail());
  }

  /**
   * Returns whether the log of this start has such a line. Payara answers health checks before the
   * application is there, so its log is asked first.
   */
  boolean logged(String pattern) throws IOException {
    byte[] log = Files.readAllBytes(logFile());
    String now = new String(log, (int) logBefore, (int) (log.length - logBefore), UTF_8);
    return Pattern.compile(pattern).matcher(now).find();
  }

  private boolean ready() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url("/health/ready")).timeout(Duration.ofSeconds(5)).build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on this machine", e);
    }
  }

  private static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(
          "system property %s is not set; run server tests by ./mvnw verify".formatted(name));
    }
    return value;
  }
}
