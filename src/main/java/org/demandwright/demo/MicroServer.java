package org.demandwright.demo;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Payara Micro with Demandwright in it, as a child process that does not outlive this one. */
final class MicroServer implements AutoCloseable {
  private static final int SECONDS_TO_END = 30;
  private static final int TAIL_BYTES = 16_384;
  private static final int TAIL_LINES = 40;
  private static final int COMPLAINT_LINES = 8;

  private final Process process;
  private final Path log;

  private MicroServer(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts the server; {@link ServerApi#ready} tells when it answers. */
  static MicroServer start(DemoSettings settings, DataFolder folder, String readerPassword) {
    requireFree(settings.port());
    Path log = folder.file("server.log");
    ProcessBuilder builder =
        new ProcessBuilder(command(settings, folder))
            .directory(folder.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.put("WEKA_HOME", folder.file("weka").toString());
    // Passwords go by the environment: a command line can be seen by everyone on the machine.
    environment.put("DW_ERP_PASSWORD", readerPassword);
    if (settings.sales().isPresent()) {
      environment.put("DW_ERP_FILE_PASSWORD", folder.secret("erp.owner"));
    }
    environment.put("DW_STORE_PASSWORD", folder.secret("store.owner"));
    try {
      MicroServer server = new MicroServer(builder.start(), log);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "end-server"));
      return server;
    } catch (IOException e) {
      throw new DemoFailure("Payara Micro cannot be started: " + e.getMessage(), e);
    }
  }

  private static List<String> command(DemoSettings settings, DataFolder folder) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(settings.serverJvm());
    command.add("-Ddw.data.dir=" + folder.root());
    command.add("-Ddw.store.url=" + folder.durableUrl("store"));
    command.add("-Ddw.store.user=STORE_OWNER");
    command.add("-Ddw.erp.url=" + folder.readerUrl("erp"));
    command.add("-Ddw.erp.user=" + ErpDatabase.READER);
    if (settings.sales().isPresent()) {
      command.add("-Ddw.erp.file.url=" + folder.readerUrl("erp"));
      command.add("-Ddw.erp.file.user=" + ErpDatabase.OWNER);
    }
    command.addAll(List.of("-jar", settings.micro().toString(), "--nocluster"));
    // A server that finds the application of its last start would deploy it twice.
    command.addAll(List.of("--rootDir", folder.emptied("payara").toString()));
    command.addAll(List.of("--port", String.valueOf(settings.port()), "--contextroot", "/"));
    command.addAll(List.of("--deploy", settings.war().toString()));
    return command;
  }

  private static void requireFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress((InetAddress) null, port));
    } catch (IOException e) {
      throw new DemoFailure(
          "Port " + port + " is taken; choose another by -Dport=, or end what listens there", e);
    }
  }

  /** Fails with the end of the log if the process has died. */
  void requireAlive() {
    if (!process.isAlive()) {
      throw new DemoFailure(
          "The server ended with status "
              + process.exitValue()
              + ". The end of "
              + log
              + ":\n"
              + logTail());
    }
  }

  /** Returns whether the server says that it has started, with the application in it or without. */
  boolean started() {
    return logTail().contains("ready in");
  }

  /** Returns the first error in the log and what follows it. */
  String firstComplaint() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains("SEVERE")) {
          return String.join("\n", lines.subList(i, Math.min(lines.size(), i + COMPLAINT_LINES)));
        }
      }
      return logTail();
    } catch (IOException e) {
      return "(the log cannot be read: " + e + ")";
    }
  }

  /** Returns the last lines of the log. */
  String logTail() {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(0, file.length() - TAIL_BYTES);
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    } catch (IOException e) {
      return "(the log cannot be read: " + e + ")";
    }
  }

  /** Returns the most memory that the process ever had in use, in KiB, where Linux tells it. */
  OptionalLong peakMemory() {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return OptionalLong.empty();
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException e) {
      // The process ended between the two looks, and Linux has forgotten it.
      return OptionalLong.empty();
    }
  }

  /** Waits until the process ends by itself. */
  void await() throws InterruptedException {
    process.waitFor();
  }

  /** Ends the process in good order, and by force when that takes too long. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
