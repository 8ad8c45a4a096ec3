package org.demandwright.erp;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Puts what a database or its driver says into words for an administrator: what is wrong, and what
 * to do. Names of classes, numbers of errors and statements are left out.
 */
public final class DatabaseFailure {
  private static final Set<String> CANCELLED = Set.of("57014", "HYT00", "70100");
  private static final Pattern NOISE =
      Pattern.compile(
          "^(?:[a-zA-Z_$][\\w$]*\\.)+\\w*(?:Exception|Error):\\s*"
              + "|^(?:ERROR|FATAL):\\s*|^\\(conn=-?\\d+\\)\\s*|;\\s*SQL statement:.*$|\\s*\\[\\d+-\\d+\\]",
          Pattern.DOTALL);

  /** What to do about a failure of one kind; states and codes of all three databases. */
  private enum Kind {
    HOST("no host of this name is known: correct the address", Set.of(), Set.of()),
    REFUSED(
        "nothing answers at this host and port: start the database, correct the address, or open"
            + " the firewall",
        Set.of(),
        Set.of(90067)),
    SILENT(
        "the host did not answer in time: correct the address, or open the firewall",
        Set.of(),
        Set.of()),
    LOGIN(
        "user or password is wrong, or the user may not log in from this server: correct them, or"
            + " let it in (PostgreSQL: pg_hba.conf; MariaDB: the host after the user's @)",
        Set.of("28P01", "28000"),
        Set.of(1045, 1698, 28000)),
    DATABASE(
        "there is no such database: correct the name at the end of the address",
        Set.of("3D000"),
        Set.of(1049, 90146, 90013)),
    IN_USE(
        "the database's file is open in another process: stop that one, or reach both through a"
            + " database server (jdbc:h2:tcp:)",
        Set.of(),
        Set.of(90020)),
    FULL(
        "the database has no more connections or memory: try again later, or allow it more",
        Set.of("53300"),
        Set.of(1040, 1203)),
    DISK(
        "the database cannot write to its disk: free or add disk space where its files lie",
        Set.of("53100", "58030"),
        Set.of(90028, 90031, 1021, 1114)),
    RIGHT(
        "the user has no right to it: as the owner grant SELECT on the views (sql/erp/grants.sql),"
            + " on PostgreSQL also USAGE on their schema",
        Set.of("42501"),
        Set.of(1142, 1143, 1044, 1227, 90096)),
    TABLE(
        "install the views, or correct the name in the view; a schema other than the user's own"
            + " stands in the address",
        Set.of("42P01", "3F000", "42S02"),
        Set.of(1146, 42102, 42103, 42104, 90079)),
    COLUMN("correct the column in the view", Set.of("42703", "42S22"), Set.of(1054, 42122)),
    BROKEN_VIEW(
        "the view no longer fits the tables that it reads: install the views again",
        Set.of(),
        Set.of(90109, 1356)),
    ZERO(
        "a row makes the view divide by zero: write nullif(…, 0) around what it divides by",
        Set.of("22012"),
        Set.of(1365)),
    TEXT(
        "a row holds a text that the view turns into a number, a day or a time and that is none:"
            + " let the view give null there",
        Set.of("22P02", "22007", "22008", "22018"),
        Set.of(1292, 1366)),
    SIZE(
        "a value is larger or longer than the type that the view gives it: correct the value, or"
            + " the cast",
        Set.of("22003", "22001"),
        Set.of(1264, 1406)),
    SEVERAL(
        "a subquery of the view gives several rows where one is wanted: join it, or take one of"
            + " them (min, max)",
        Set.of("21000"),
        Set.of(1242, 90053)),
    TYPE(
        "the view compares or joins values of different types: cast one of them",
        Set.of("42804", "42883", "42846"),
        Set.of(1267)),
    LOCKED(
        "others hold a lock on it: try again, at a quieter time",
        Set.of("55P03", "40P01", "40001"),
        Set.of(1205, 1213, 50200)),
    BROKEN_OFF(
        "the connection broke off: look whether the database runs, then try again",
        Set.of("57P01", "57P02", "57P03"),
        Set.of(90121, 90098));

    private final String advice;
    private final Set<String> states;
    private final Set<Integer> codes;

    Kind(String advice, Set<String> states, Set<Integer> codes) {
      this.advice = advice;
      this.states = states;
      this.codes = codes;
    }

    private boolean is(SQLException e) {
      return codes.contains(e.getErrorCode()) || states.contains(String.valueOf(e.getSQLState()));
    }
  }

  private static final Set<Kind> AWAY =
      EnumSet.of(
          Kind.REFUSED,
          Kind.SILENT,
          Kind.IN_USE,
          Kind.FULL,
          Kind.DISK,
          Kind.LOCKED,
          Kind.BROKEN_OFF);

  /** Failures of the network, which drivers wrap in their own; the first that fits. */
  private static final Map<Class<? extends Exception>, Kind> NETWORK =
      Map.of(
          UnknownHostException.class, Kind.HOST,
          SocketTimeoutException.class, Kind.SILENT,
          NoRouteToHostException.class, Kind.REFUSED,
          ConnectException.class, Kind.REFUSED);

  /** Drivers that keep the network's exception to themselves name it in their text. */
  private static final List<Map.Entry<String, Kind>> SAID =
      List.of(
          Map.entry("UnknownHostException", Kind.HOST),
          Map.entry("timed out", Kind.SILENT),
          Map.entry("Connection refused", Kind.REFUSED),
          Map.entry("Socket fail to connect", Kind.REFUSED));

  private DatabaseFailure() {}

  /** Returns whether a query was stopped because of the time it took. */
  public static boolean tooSlow(SQLException e) {
    return e instanceof SQLTimeoutException || CANCELLED.contains(String.valueOf(e.getSQLState()));
  }

  /** Returns whether the database is down, full or busy, so that the same may succeed later. */
  public static boolean isAway(Throwable e) {
    return network(e)
        .or(() -> deepest(e, SQLException.class::isInstance).flatMap(s -> kind((SQLException) s)))
        .filter(AWAY::contains)
        .isPresent();
  }

  /** Returns whether a database stands behind a failure. */
  public static boolean isBehind(Throwable e) {
    return deepest(e, SQLException.class::isInstance).isPresent();
  }

  /** Returns whether a database refused values that it was given, which are the giver's to mend. */
  public static boolean isOfValues(Throwable e) {
    return deepest(e, SQLException.class::isInstance)
        .map(s -> String.valueOf(((SQLException) s).getSQLState()))
        .filter(state -> state.startsWith("22") || state.startsWith("23"))
        .isPresent();
  }

  /** Returns one sentence without its full stop. */
  public static String words(Throwable e) {
    Optional<Kind> network = network(e);
    if (network.isPresent()) {
      return network.get().advice;
    }
    Optional<Throwable> deepest = deepest(e, SQLException.class::isInstance);
    if (deepest.isEmpty()) {
      return said(e);
    }
    SQLException cause = (SQLException) deepest.get();
    if (tooSlow(cause)) {
      return "it took longer than allowed and was stopped: look at its plan, an index may be missing";
    }
    Optional<Kind> known = kind(cause);
    String said = said(cause);
    return known.map(kind -> said.isEmpty() ? kind.advice : said + "; " + kind.advice).orElse(said);
  }

  private static Optional<Kind> kind(SQLException e) {
    for (Kind kind : Kind.values()) {
      if (kind.is(e)) {
        return Optional.of(kind);
      }
    }
    String state = String.valueOf(e.getSQLState());
    if (state.startsWith("08")) {
      return Optional.of(Kind.BROKEN_OFF);
    }
    return state.startsWith("53") ? Optional.of(Kind.FULL) : Optional.empty();
  }

  private static Optional<Kind> network(Throwable e) {
    for (Map.Entry<Class<? extends Exception>, Kind> known : NETWORK.entrySet()) {
      if (deepest(e, known.getKey()::isInstance).isPresent()) {
        return Optional.of(known.getValue());
      }
    }
    for (Throwable t = e; t != null; t = t.getCause()) {
      String text = String.valueOf(t.getMessage());
      boolean ofQuery = t instanceof SQLException s && tooSlow(s);
      for (Map.Entry<String, Kind> known : SAID) {
        if (!ofQuery && text.contains(known.getKey())) {
          return Optional.of(known.getValue());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Throwable> deepest(Throwable e, Predicate<Throwable> which) {
    Throwable found = null;
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (which.test(t)) {
        found = t;
      }
    }
    return Optional.ofNullable(found);
  }

  /** The first line of what is said, without what only a programmer reads. */
  private static String said(Throwable e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    String before;
    do {
      before = line;
      line = NOISE.matcher(line).replaceAll("").strip();
    } while (!line.equals(before));
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
