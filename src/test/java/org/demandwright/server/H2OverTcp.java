package org.demandwright.server;

import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.Server;

/**
 * An H2 that listens on the loopback, as the database of an ERP on another machine: the tests may
 * change it while a server reads it, and it can go down and come back on the same port.
 */
public final class H2OverTcp implements AutoCloseable {
  private static final String OWNER = "sa";

  private final Path folder;
  private Server server;

  public H2OverTcp(Path folder) throws SQLException {
    this.folder = folder.toAbsolutePath();
    this.server = start("0");
  }

  /** Returns a database of this server as its owner opens it; it need not exist yet. */
  public TestDatabase database(String name) {
    String url = "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./" + name;
    return TestDatabase.h2(url, OWNER, OWNER);
  }

  /** Closes all connections and refuses new ones. */
  public void goDown() {
    server.stop();
  }

  public void comeBack() throws SQLException {
    server = start(Integer.toString(server.getPort()));
  }

  @Override
  public void close() {
    server.stop();
  }

  private Server start(String port) throws SQLException {
    return Server.createTcpServer(
            "-tcpPort", port, "-ifNotExists", "-baseDir", folder.toString(), "-tcpDaemon")
        .start();
  }
}
