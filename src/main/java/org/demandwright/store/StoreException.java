package org.demandwright.store;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The store could not do what it was asked to; the message says what to do about it. */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String DUPLICATE_KEY = "23505";

  private static final String CANNOT_WRITE =
      "The store's database cannot write to its disk: free or add disk space (or raise the file size"
          + " limit) where the data folder lies, restart the server if it does not recover by itself,"
          + " then restart this run; nothing that was published is lost";

  /** What databases say when a disk is full or gone. */
  private static final List<String> DISK =
      List.of(
          "no space left",
          "file too large",
          "disk full",
          "could not extend file",
          "ioexception",
          "io exception",
          "database is already closed",
          "store is closed");

  /** What everybody is told while the store's database does not serve. */
  public static final String AWAY =
      "The store's database does not answer, or cannot write to its disk. What is published stays."
          + " Try again in a minute; if it lasts, an administrator finds the cause in the server's"
          + " log.";

  /** What everybody is told while it serves and cannot write. */
  public static final String FULL =
      "The store's database cannot write to its disk, so that nothing new is kept. What is published"
          + " stays. An administrator has to free or add disk space where the database's files lie.";

  private static final String UNREACHABLE =
      "The store's database does not answer: start it, or correct dw.store.url, then restart this"
          + " run";

  /** Broken off, shut down or starting, on the databases that the store may be. */
  private static final Set<String> AWAY_STATES = Set.of("57P01", "57P02", "57P03");

  /** Without connections, memory or disk, whatever language the database says it in. */
  private static final String SHORT_OF_RESOURCES = "53";

  private static final Set<String> DISK_STATES = Set.of("53100", "58030");

  /** H2 did not get a lock in time. */
  private static final int LOCK_TIMEOUT = 50200;

  /** H2 could not read or write a file, whatever the system says about it. */
  private static final Set<Integer> DISK_CODES = Set.of(90028, 90031);

  private static final Set<Integer> AWAY_CODES = Set.of(90020, 90067, 90098, 90121);

  /** What everybody is told; null where the failure is the program's. */
  private final String told;

  private StoreException(String advice, SQLException first, SQLException cause, String told) {
    super(advice + " (" + oneLine(first) + ")", cause);
    this.told = told;
  }

  /** Says why a statement failed. */
  public static StoreException of(SQLException e) {
    SQLException first = first(e);
    if (cannotWrite(first)) {
      return new StoreException(CANNOT_WRITE, first, e, FULL);
    }
    return isAway(first)
        ? new StoreException(UNREACHABLE, first, e, AWAY)
        : new StoreException("The store's database refused a statement", first, e, null);
  }

  /** Says why there was no connection, whatever the pool calls it. */
  public static StoreException unreachable(SQLException e) {
    SQLException first = first(e);
    if (String.valueOf(first.getMessage()).toLowerCase(Locale.ROOT).contains("rollback")) {
      return of(e); // the pool gives none to a transaction that has failed already
    }
    return cannotWrite(first)
        ? new StoreException(CANNOT_WRITE, first, e, FULL)
        : new StoreException(UNREACHABLE, first, e, AWAY);
  }

  private static SQLException first(SQLException e) {
    return e.getNextException() == null ? e : e.getNextException();
  }

  /** Returns whether the database does not serve, so that the same may succeed later. */
  public boolean isAway() {
    return told != null;
  }

  /** Returns whether it serves and cannot write, which passes only when somebody makes room. */
  public boolean isFull() {
    return FULL.equals(told);
  }

  /** Returns what everybody is told while the database does not serve. */
  public Optional<String> told() {
    return Optional.ofNullable(told);
  }

  private static boolean isAway(SQLException e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof SocketException
          || t instanceof SocketTimeoutException
          || t instanceof UnknownHostException
          || t instanceof SQLException s && isAwayItself(s)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAwayItself(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("08")
        || state.startsWith(SHORT_OF_RESOURCES)
        || AWAY_STATES.contains(state)
        || AWAY_CODES.contains(e.getErrorCode());
  }

  /** Returns whether a row with the same key stood there. */
  public boolean isDuplicateKey() {
    for (Throwable t = getCause(); t != null; t = t.getCause()) {
      if (t instanceof SQLException e
          && (DUPLICATE_KEY.equals(e.getSQLState())
              || e.getNextException() != null
                  && DUPLICATE_KEY.equals(e.getNextException().getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether another transaction held a lock for longer than the database waits. */
  public boolean isLockTimeout() {
    for (Throwable t = getCause(); t != null; t = t.getCause()) {
      if (t instanceof SQLException e && LOCK_TIMEOUT == e.getErrorCode()) {
        return true;
      }
    }
    return false;
  }

  private static boolean cannotWrite(SQLException e) {
    StringBuilder said = new StringBuilder();
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof SQLException s
          && (DISK_STATES.contains(String.valueOf(s.getSQLState()))
              || DISK_CODES.contains(s.getErrorCode()))) {
        return true;
      }
      said.append(' ').append(String.valueOf(t.getMessage()).toLowerCase(Locale.ROOT));
    }
    return DISK.stream().anyMatch(sign -> said.indexOf(sign) >= 0);
  }

  private static String oneLine(SQLException e) {
    String text = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }
}
