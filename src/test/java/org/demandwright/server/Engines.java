package org.demandwright.server;

import java.util.stream.Stream;
import org.demandwright.server.Installation.Engine;

/**
 * On which databases a server test runs: on each with {@code -Plong}, otherwise on those that show
 * most. The stores' contracts run on all of them in any case.
 */
public final class Engines {
  private static final boolean LONG = Boolean.getBoolean("long.tests");

  private Engines() {}

  /** PostgreSQL below the store and the ERP; with {@code -Plong} H2, too. */
  static Stream<Engine> postgres() {
    return LONG ? Stream.of(Engine.H2, Engine.POSTGRESQL) : Stream.of(Engine.POSTGRESQL);
  }

  /** H2 below the store, as delivered; with {@code -Plong} PostgreSQL, too. */
  static Stream<Engine> h2() {
    return LONG ? Stream.of(Engine.H2, Engine.POSTGRESQL) : Stream.of(Engine.H2);
  }

  /** MariaDB below the ERP with a store on H2; with {@code -Plong} each product. */
  static Stream<Engine> mariaDb() {
    return LONG ? Stream.of(Engine.values()) : Stream.of(Engine.MARIADB);
  }
}
