package org.demandwright.store;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A database that counts the rows that its statements read, in tables and indexes: each query is
 * asked once more with {@code explain analyze}, which tells them. How long it took is no matter.
 */
final class RowsRead {
  private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

  private final DataSource real;
  private final List<Asked> asked = new ArrayList<>();

  RowsRead(DataSource real) {
    this.real = real;
  }

  /** A query with its parameters by their places. */
  private record Asked(String sql, Map<Integer, Object> parameters) {}

  /** What some work read, and how, for whoever asks why. */
  record Count(long rows, String plans) {}

  /** Returns the database. */
  DataSource database() {
    return proxy(DataSource.class, real, "");
  }

  /** Counts what some work reads. */
  Count of(Runnable work) throws SQLException {
    asked.clear();
    work.run();
    long rows = 0;
    StringBuilder plans = new StringBuilder();
    for (Asked query : List.copyOf(asked)) {
      String plan = explained(query);
      plans.append(query).append('\n').append(plan).append('\n');
      rows += plan.startsWith("[") ? ofPostgres(plan) : ofH2(plan);
    }
    return new Count(rows, plans.toString());
  }

  private String explained(Asked query) throws SQLException {
    try (Connection c = real.getConnection()) {
      boolean postgres =
          c.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT).startsWith("postgres");
      String explain =
          postgres ? "explain (analyze, timing off, format json) " : "explain analyze ";
      try (PreparedStatement s = c.prepareStatement(explain + query.sql())) {
        for (Map.Entry<Integer, Object> p : query.parameters().entrySet()) {
          s.setObject(p.getKey(), p.getValue());
        }
        try (ResultSet rows = s.executeQuery()) {
          rows.next();
          return rows.getString(1);
        }
      }
    }
  }

  private static long ofH2(String plan) {
    Matcher scans = SCANNED.matcher(plan);
    long rows = 0;
    while (scans.find()) {
      rows += Long.parseLong(scans.group(1));
    }
    return rows;
  }

  private static long ofPostgres(String plan) {
    JsonArray plans = Json.createReader(new StringReader(plan)).readArray();
    return ofNode(plans.getJsonObject(0).getJsonObject("Plan"));
  }

  private static long ofNode(JsonObject node) {
    long rows = 0;
    if (node.containsKey("Relation Name")) {
      double each = 0;
      for (String kind :
          List.of("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")) {
        each += node.containsKey(kind) ? node.getJsonNumber(kind).doubleValue() : 0;
      }
      rows += Math.round(each * node.getJsonNumber("Actual Loops").doubleValue());
    }
    if (node.containsKey("Plans")) {
      for (JsonValue part : node.getJsonArray("Plans")) {
        rows += ofNode(part.asJsonObject());
      }
    }
    return rows;
  }

  /** Writes down what is asked on the way to the real database. */
  private <T> T proxy(Class<T> type, T wrapped, String sql) {
    Map<Integer, Object> parameters = new TreeMap<>();
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              if (method.getName().equals("setObject")) {
                parameters.put((Integer) arguments[0], arguments[1]);
              } else if (method.getName().equals("executeQuery")) {
                asked.add(new Asked(sql, parameters));
              }
              try {
                Object result = method.invoke(wrapped, arguments);
                if (result instanceof Connection c) {
                  return proxy(Connection.class, c, "");
                }
                return result instanceof PreparedStatement s
                    ? proxy(PreparedStatement.class, s, (String) arguments[0])
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
    return type.cast(proxy);
  }
}
