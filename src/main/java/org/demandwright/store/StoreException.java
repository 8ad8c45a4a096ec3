package org.demandwright.store;

import java.sql.SQLException;
import java.util.Locale;

/** The store could not do what it was asked to; the message says what to do about it. */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String DUPLICATE_KEY = "23505";

  private StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  public static StoreException of(SQLException e) {
    SQLException first = e.getNextException() == null ? e : e.getNextException();
    return new StoreException(advice(first) + " (" + oneLine(first) + ")", e);
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

  private static String advice(SQLException e) {
    String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
      text += " " + String.valueOf(root.getMessage()).toLowerCase(Locale.ROOT);
    }
    if (text.contains("no space left")
        || text.contains("file too large")
        || text.contains("disk full")
        || text.contains("could not extend file")
        || text.contains("ioexception")
        || text.contains("io exception")
        || text.contains("database is already closed")
        || text.contains("store is closed")) {
      return "The store's database cannot write to its disk: free or add disk space (or raise the"
          + " file size limit) where the data folder lies, restart the server if it does not"
          + " recover by itself, then restart this run; nothing that was published is lost";
    }
    String state = e.getSQLState();
    if (state != null && state.startsWith("08")) {
      return "The store's database does not answer: start it, or correct dw.store.url, then"
          + " restart this run";
    }
    return "The store's database refused a statement";
  }

  private static String oneLine(SQLException e) {
    String text = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
    return text.length() <= 300 ? text : text.substring(0, 300) + "…";
  }
}
