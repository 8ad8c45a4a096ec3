package org.demandwright.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.file.FileLoad;
import org.demandwright.file.UnusableFile;

/**
 * The demo from one command ({@code ./mvnw -Pdemo}): loads an ERP, starts the server, runs the
 * nightly job, prints what came of it and stays until it is interrupted. With {@code once} it
 * leaves after the summary, with status 0 only if the job completed and every row is accounted for.
 */
public final class DemoMain {
  private static final long POLL_MILLIS = 300;
  private static final int SECONDS_TO_START = 300;

  /** Between the server's word that it is ready and the first good answer. */
  private static final int SECONDS_TO_DEPLOY = 30;

  private final DemoSettings settings;
  private final PrintStream out;
  private final long begin = System.nanoTime();

  private DemoMain(DemoSettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /** Runs the demo; the settings are system properties {@code demo.*}. */
  public static void main(String[] args) throws InterruptedException, IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int status = 1;
    try {
      status = new DemoMain(DemoSettings.of(System.getProperties()), out).run();
    } catch (DemoFailure | UnusableFile e) {
      out.println("FAILED: " + e.getMessage());
    }
    System.exit(status);
  }

  private int run() throws InterruptedException, IOException {
    requireBuilt();
    DataFolder folder = DataFolder.of(settings.dataDir());
    DemoSize size = DemoSize.full();
    ErpDatabase erp =
        new ErpDatabase(folder, settings.planted() ? size.withPlantedEffects() : size, out);
    List<FileLoad> files = erp.prepare(settings.sales());
    try (MicroServer server = MicroServer.start(settings, folder, erp.readerPassword())) {
      URI base = URI.create("http://localhost:" + settings.port() + "/");
      ServerApi api = new ServerApi(base, folder.file("admin.password"));
      out.println("Starting the server; its log is " + folder.file("server.log"));
      awaitReady(api, server);
      NightlyRun.Result result =
          new NightlyRun(api, server::requireAlive, out).follow(settings.job());
      Summary summary =
          new Summary(
              result.last(),
              api.summary(result.executions()),
              files,
              server.peakMemory(),
              (System.nanoTime() - begin) / 1e9);
      out.print(SummaryTable.of(summary));
      folder.write("summary.json", summary.toJson(), "rw-r--r--");
      out.println("Demandwright is ready: " + base);
      if (settings.once()) {
        return summary.good() ? 0 : 1;
      }
      out.println(
          "Log in as admin with the password in "
              + folder.file("admin.password")
              + "; Ctrl-C ends the server.");
      server.await();
      server.requireAlive();
      return 0;
    }
  }

  private void requireBuilt() {
    if (!Files.isReadable(settings.war()) || !Files.isReadable(settings.micro())) {
      throw new DemoFailure(
          settings.war() + " or " + settings.micro() + " is missing; start by ./mvnw -Pdemo");
    }
  }

  private static void awaitReady(ServerApi api, MicroServer server) throws InterruptedException {
    long begin = System.nanoTime();
    long started = Long.MAX_VALUE;
    while (!api.ready()) {
      server.requireAlive();
      long seconds = (System.nanoTime() - begin) / 1_000_000_000L;
      started = server.started() ? Math.min(started, seconds) : started;
      if (seconds > SECONDS_TO_START || seconds - SECONDS_TO_DEPLOY > started) {
        throw new DemoFailure(
            "The server runs, but Demandwright in it does not answer. Its log begins to complain"
                + " with:\n"
                + server.firstComplaint());
      }
      Thread.sleep(POLL_MILLIS);
    }
  }
}
