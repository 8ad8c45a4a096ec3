package org.demandwright.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.erp.ErpSalesLine;
import org.demandwright.erp.SalesLinePages;
import org.demandwright.erp.SalesLineSource;
import org.demandwright.erp.Watermark;
import org.demandwright.erp.jpa.StandaloneErp;
import org.demandwright.server.TestErp;

/** One ERP's sales view, read from its first line to its last in one way after the other. */
final class ReadCourse implements AutoCloseable {
  private static final int PAGE = 4_000;
  private static final long KEYSET_NANOS = 10_000_000_000L;

  /** The ways to read. */
  enum Way {
    /** The product: windows of change stamps through EclipseLink. */
    JPA,
    /** The same windows in JDBC, into the same records. */
    JDBC,
    /** One JDBC query over everything, fetched as the reader goes. */
    STREAM
  }

  private final String name;
  private final StandaloneErp jpa;
  private final Connection connection;
  private final JdbcLines jdbc;
  private final long lines;
  private final Map<Way, List<Double>> rates = new EnumMap<>(Way.class);

  ReadCourse(String name, TestErp erp) throws SQLException {
    this.name = name;
    jpa = new StandaloneErp(erp.reader());
    connection = erp.reader().open();
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    jdbc = new JdbcLines(connection);
    lines = jpa.source().extent(Watermark.START.changedAt(), Optional.empty()).lines();
  }

  String name() {
    return name;
  }

  long lines() {
    return lines;
  }

  /** Reads everything once in this way and notes the rate. */
  void run(Way way) throws SQLException {
    long begin = System.nanoTime();
    long read =
        switch (way) {
          case JPA -> pages(jpa.source());
          case JDBC -> pages(jdbc);
          case STREAM -> jdbc.stream(PAGE);
        };
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (read != lines) {
      throw new IllegalStateException(name + ", " + way + ": " + read + " lines of " + lines);
    }
    rates.computeIfAbsent(way, w -> new ArrayList<>()).add(read / seconds);
  }

  /** Forgets what was measured. */
  void forget() {
    rates.clear();
  }

  /** Returns the lines per second of each round so far. */
  Spread rate(Way way) {
    return new Spread(rates.get(way));
  }

  private long pages(SalesLineSource source) {
    SalesLinePages pages = new SalesLinePages(source, Watermark.START, Optional.empty(), PAGE);
    long read = 0;
    for (List<ErpSalesLine> page = pages.next(); !page.isEmpty(); page = pages.next()) {
      read += page.size();
    }
    return read;
  }

  /** Returns the lines per second of the usual keyset, unbounded above, within ten seconds. */
  double keysetRate() {
    long begin = System.nanoTime();
    Watermark last = new Watermark(Watermark.START.changedAt(), 0, "");
    long read = 0;
    List<ErpSalesLine> page;
    do {
      page = jdbc.keyset(last.changedAt(), last.sourceKey(), PAGE);
      read += page.size();
      last = page.isEmpty() ? last : page.get(page.size() - 1).watermark();
    } while (!page.isEmpty() && System.nanoTime() - begin < KEYSET_NANOS);
    return read / ((System.nanoTime() - begin) / 1e9);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    jpa.close();
  }
}
