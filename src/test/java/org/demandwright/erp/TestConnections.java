package org.demandwright.erp;

import java.time.Duration;
import java.util.concurrent.ExecutorService;

/** Opens databases of ERPs as a server does, without one. */
public final class TestConnections {
  private TestConnections() {}

  /** Returns what opens databases by their addresses; none is configured by a data source. */
  public static ErpConnections on(ExecutorService threads) {
    return new ErpConnections(null, new TimedOpening(threads, Duration.ofSeconds(30)));
  }
}
