package org.demandwright.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a page of forecasts costs at least: an HTTP server that asks the database one question for
 * its rows and writes them as JSON. A yardstick, in a process of its own.
 */
final class JdbcPages {
  private static final String ROWS =
      "select f.series_id, s.org_id, s.item_id, s.site_id, s.channel_id, i.uom_id, f.step,"
          + " f.period_start, f.period_end, f.mean, f.p10, f.p50, f.p90, f.total_mean, f.total_p10,"
          + " f.total_p50, f.total_p90, r.model_id, r.reason, r.verdict from (select * from forecast"
          + " where version_id = ? and series_id >= ? and (series_id > ? or step > ?)"
          + " order by version_id, series_id, step fetch first ? rows only) f"
          + " join series s on s.series_id = f.series_id"
          + " join series_result r on r.version_id = f.version_id and r.series_id = f.series_id"
          + " left join item i on i.org_id = s.org_id and i.item_id = s.item_id"
          + " order by f.series_id, f.step";

  private static final int TEXTS = 6;

  private final Connection database;

  private JdbcPages(Connection database) {
    this.database = database;
  }

  /** Takes URL, user and password of the store; says its port on standard output. */
  public static void main(String[] args) throws Exception {
    JdbcPages pages = new JdbcPages(DriverManager.getConnection(args[0], args[1], args[2]));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", pages::answer);
    server.start();
    System.out.println(server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, Long> asked =
        Arrays.stream(exchange.getRequestURI().getQuery().split("&"))
            .map(p -> URLDecoder.decode(p, StandardCharsets.UTF_8).split("="))
            .collect(Collectors.toMap(p -> p[0], p -> Long.valueOf(p[1])));
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody();
        PreparedStatement query = database.prepareStatement(ROWS)) {
      query.setLong(1, asked.get("version"));
      query.setLong(2, asked.get("series"));
      query.setLong(3, asked.get("series"));
      query.setLong(4, asked.get("step"));
      query.setLong(5, asked.get("limit"));
      write(query, out);
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  private static void write(PreparedStatement query, OutputStream out) throws SQLException {
    try (ResultSet rows = query.executeQuery();
        JsonGenerator json = Json.createGenerator(out)) {
      int columns = rows.getMetaData().getColumnCount();
      json.writeStartArray();
      while (rows.next()) {
        json.writeStartObject();
        for (int i = 1; i <= columns; i++) {
          json.write(rows.getMetaData().getColumnName(i), text(rows, i));
        }
        json.writeEnd();
      }
      json.writeEnd();
    }
  }

  private static String text(ResultSet rows, int column) throws SQLException {
    return column > TEXTS ? String.valueOf(rows.getObject(column)) : rows.getString(column);
  }
}
