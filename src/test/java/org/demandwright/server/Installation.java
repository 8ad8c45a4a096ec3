package org.demandwright.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.store.NewestSchema;

/**
 * A whole installation: an ERP, a store with its schema and an administrator, and a server between
 * them that is not started yet.
 *
 * <p>On H2 the store is embedded in the server, as delivered, and the ERP is a database that
 * listens elsewhere. On PostgreSQL both are databases of the shared PostgreSQL, the store with its
 * schema. On MariaDB the ERP alone is; the store is H2.
 */
public final class Installation implements AutoCloseable {
  /** On which database product. */
  public enum Engine {
    H2,
    POSTGRESQL,
    MARIADB
  }

  private final Engine engine;
  private final H2OverTcp h2;
  private final TestErp erp;
  private final PayaraServer server;
  private TestDatabase store;
  private FirstAccounts accounts;

  private Installation(Engine engine, Path folder, DemoSize size) throws IOException, SQLException {
    this.engine = engine;
    this.server = PayaraServer.in(folder);
    this.h2 = engine == Engine.H2 ? new H2OverTcp(folder.resolve("erp")) : null;
    this.erp = TestErp.load(emptyErp(), size);
    erp.reader().connect(server, "erp");
    liveIn(emptyStore());
  }

  private void liveIn(TestDatabase database) throws IOException, SQLException {
    store = database;
    accounts = FirstAccounts.in(store, server);
    store.connect(server, "store");
  }

  private TestDatabase emptyErp() throws SQLException {
    return switch (engine) {
      case H2 -> h2.database("erp");
      case POSTGRESQL -> SharedPostgres.create("erp");
      case MARIADB -> SharedMariaDb.create("erp");
    };
  }

  private TestDatabase emptyStore() throws SQLException {
    if (engine == Engine.POSTGRESQL) {
      return NewestSchema.onPostgres("store");
    }
    String file = "jdbc:h2:file:" + server.data().resolve("store") + ";WRITE_DELAY=0";
    return TestDatabase.h2(file, "sa", "sa");
  }

  public static Installation of(Engine engine, String name, DemoSize size)
      throws IOException, SQLException {
    return new Installation(engine, PayaraServer.freshFolder(name + "-" + engine), size);
  }

  /**
   * Lets the store be one that tests read and write while the server runs: on H2 it moves to where
   * the ERP is.
   */
  public TestDatabase openStore() throws IOException, SQLException {
    if (engine != Engine.POSTGRESQL) {
      liveIn(h2().database("store"));
    }
    return store;
  }

  /** Returns the accounts of the store, for more of them before the server starts. */
  public FirstAccounts accounts() {
    return accounts;
  }

  /** Returns a server that is not started yet, with a folder of its own and the same databases. */
  public PayaraServer secondMember() throws IOException {
    PayaraServer second = PayaraServer.in(PayaraServer.freshFolder("second-member"));
    server.copyDataSourcesTo(second);
    return second;
  }

  public Engine engine() {
    return engine;
  }

  public TestErp erp() {
    return erp;
  }

  public PayaraServer server() {
    return server;
  }

  /** Returns the store; one on H2 can be opened while the server is down. */
  public TestDatabase store() {
    return store;
  }

  /** Returns the H2 that the ERP lives in. */
  public H2OverTcp h2() {
    if (h2 == null) {
      throw new IllegalStateException("this ERP is on " + engine);
    }
    return h2;
  }

  @Override
  public void close() throws InterruptedException {
    server.close();
    if (h2 != null) {
      h2.close();
    }
  }
}
