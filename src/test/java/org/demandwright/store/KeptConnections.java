package org.demandwright.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.PooledConnection;
import org.demandwright.server.TestDatabase;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL whose connections are used again, as a server's are: to open one costs it more than
 * most statements do.
 */
final class KeptConnections extends PGSimpleDataSource {
  private static final long serialVersionUID = 1L;

  private final transient PGConnectionPoolDataSource real = new PGConnectionPoolDataSource();
  private final transient Deque<PooledConnection> idle = new ConcurrentLinkedDeque<>();

  KeptConnections(TestDatabase database) {
    real.setUrl(database.url());
    real.setUser(database.user());
    real.setPassword(database.password());
  }

  @Override
  public Connection getConnection() throws SQLException {
    PooledConnection kept = idle.poll();
    if (kept == null) {
      kept = real.getPooledConnection();
      kept.addConnectionEventListener(new Return(kept));
    }
    return kept.getConnection();
  }

  /** Closes the connections that nobody uses. */
  void close() throws SQLException {
    for (PooledConnection kept = idle.poll(); kept != null; kept = idle.poll()) {
      kept.close();
    }
  }

  /** Keeps a connection when its user is done with it, unless it is broken. */
  private final class Return implements ConnectionEventListener {
    private final PooledConnection kept;

    private Return(PooledConnection kept) {
      this.kept = kept;
    }

    @Override
    public void connectionClosed(ConnectionEvent event) {
      idle.push(kept);
    }

    @Override
    public void connectionErrorOccurred(ConnectionEvent event) {
      idle.remove(kept);
    }
  }
}
