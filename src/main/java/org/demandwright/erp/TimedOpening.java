package org.demandwright.erp;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Opens connections within a time, also to a host that takes the call and then says nothing, for
 * which not every driver has a limit. Whoever asks does not wait longer; a connection that comes
 * too late is closed. Openings that nobody waits for any more are bounded.
 */
final class TimedOpening {
  private static final int MOST = 8;

  private final Executor threads;
  private final Duration longest;
  private final Semaphore places = new Semaphore(MOST);

  TimedOpening(Executor threads, Duration longest) {
    this.threads = threads;
    this.longest = longest;
  }

  /** Opens a connection. */
  interface Opening {
    Connection open() throws SQLException;
  }

  /**
   * Returns the connection.
   *
   * @throws SQLException also where the host is silent for too long, or for others already
   */
  Connection open(Opening opening) throws SQLException {
    if (!places.tryAcquire()) {
      throw new SQLException(
          "silent", new SocketTimeoutException(MOST + " openings wait for an answer"));
    }
    CompletableFuture<Connection> opened = new CompletableFuture<>();
    try {
      threads.execute(() -> open(opening, opened));
    } catch (RuntimeException refused) {
      places.release();
      throw refused;
    }
    return awaited(opened);
  }

  private void open(Opening opening, CompletableFuture<Connection> opened) {
    try {
      Connection connection = opening.open();
      if (!opened.complete(connection)) {
        connection.close();
      }
    } catch (SQLException | RuntimeException e) {
      opened.completeExceptionally(e);
    } finally {
      places.release();
    }
  }

  private Connection awaited(CompletableFuture<Connection> opened) throws SQLException {
    try {
      return opened.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      SQLException silent =
          new SQLException(
              "silent",
              new SocketTimeoutException("no answer within " + longest.toSeconds() + " s"));
      if (opened.completeExceptionally(silent)) {
        throw silent;
      }
      return awaited(opened);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof SQLException e) {
        throw e;
      }
      throw (RuntimeException) failed.getCause();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      opened.completeExceptionally(e);
      throw new SQLException("interrupted", e);
    }
  }
}
