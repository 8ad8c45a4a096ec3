package org.demandwright.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicroServerTest {
  @TempDir Path folder;

  private DemoSettings settings(int port) {
    return new DemoSettings(
        folder,
        port,
        true,
        Optional.empty(),
        false,
        Map.of(),
        folder.resolve("no.war"),
        folder.resolve("no.jar"),
        List.of("-Xmx64m"));
  }

  @Test
  void saysThatThePortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThatThrownBy(
              () ->
                  MicroServer.start(
                      settings(taken.getLocalPort()), DataFolder.of(folder), "secret"))
          .isInstanceOf(DemoFailure.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " is taken")
          .hasMessageContaining("-Dport=");
    }
  }

  @Test
  void showsTheEndOfTheLogWhenTheServerDies() throws IOException, InterruptedException {
    int free;
    try (ServerSocket probe = new ServerSocket(0)) {
      free = probe.getLocalPort();
    }
    try (MicroServer server = MicroServer.start(settings(free), DataFolder.of(folder), "secret")) {
      server.await();
      assertThatThrownBy(server::requireAlive)
          .isInstanceOf(DemoFailure.class)
          .hasMessageContaining("status 1")
          .hasMessageContaining("no.jar");
    }
  }
}
