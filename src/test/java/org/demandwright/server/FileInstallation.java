package org.demandwright.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * An installation that works from files: an empty database for them, which its owner fills and
 * another user reads, a store, and a server that is not started yet.
 */
public final class FileInstallation implements AutoCloseable {
  private static final String READER = "files_reader";

  private final PayaraServer server;
  private final H2OverTcp h2;
  private final TestDatabase files;
  private final TestDatabase store;

  private FileInstallation(Path folder) throws IOException, SQLException {
    server = PayaraServer.in(folder);
    h2 = new H2OverTcp(folder.resolve("erp"));
    files = h2.database("files");
    files.run("create user " + READER + " password '" + READER + "'");
    store = h2.database("store");
    FirstAccounts.in(store, server);
    store.connect(server, "store");
    reader().connect(server, "erp");
    server.set("dw.erp.file.url", files.url());
    server.set("dw.erp.file.user", files.user());
    server.set("dw.erp.file.password", files.password());
  }

  public static FileInstallation of(String name) throws IOException, SQLException {
    return new FileInstallation(PayaraServer.freshFolder(name));
  }

  public PayaraServer server() {
    return server;
  }

  /** Returns the database of the files as the user sees it who only reads. */
  public TestDatabase reader() {
    return files.as(READER, READER);
  }

  public TestDatabase store() {
    return store;
  }

  @Override
  public void close() throws InterruptedException {
    server.close();
    h2.close();
  }
}
