package org.demandwright.erp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host that takes calls and says nothing does not keep whoever calls it. */
@Timeout(30)
class SilentDatabaseTest {
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:%d/erp",
        "jdbc:mariadb://127.0.0.1:%d/erp",
        "jdbc:h2:tcp://127.0.0.1:%d/erp"
      })
  void opening_ends(String url) throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      ErpConnections connections = new ErpConnections(null, new TimedOpening(threads, LONGEST));
      ErpAccess access =
          new ErpAccess(
              Optional.of(url.formatted(silent.getLocalPort())),
              Optional.empty(),
              Optional.of("u"),
              Optional.of("p"));
      assertThatThrownBy(() -> connections.with(access, "", Duration.ofSeconds(2), c -> c))
          .isInstanceOf(UnreachableErp.class)
          .hasMessageContaining("did not answer in time");
    }
  }

  @Test
  void a_driver_gives_up_by_itself_after_the_silence_that_is_allowed() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String url = "jdbc:h2:tcp://127.0.0.1:%d/erp".formatted(silent.getLocalPort());
      assertThatThrownBy(() -> Drivers.openTyped(url, "u", "p", LONGEST))
          .satisfies(e -> assertThat(DatabaseFailure.words(e)).contains("did not answer in time"));
    }
  }
}
