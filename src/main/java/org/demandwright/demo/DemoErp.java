package org.demandwright.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.demandwright.demo.generate.Catalogue;
import org.demandwright.demo.generate.DemandProcess;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.demo.generate.Documents;
import org.demandwright.demo.generate.MasterData;
import org.demandwright.demo.generate.NextDay;
import org.demandwright.demo.generate.OrderBook;
import org.demandwright.demo.generate.Warehouse;
import org.demandwright.erp.SqlScript;

/**
 * The generated ERP: creates its tables and views in an empty H2, PostgreSQL or MariaDB database
 * and fills them, the same size and seed always with the same rows.
 */
public final class DemoErp {
  private static final int DAYS_PER_COMMIT = 7;

  private final DemoSize size;

  public DemoErp(DemoSize size) {
    this.size = size;
  }

  /**
   * Creates tables, rows, indexes and canonical views as the owner, and commits, on the way too: a
   * database whose load was broken off is to be thrown away. The reader's role is {@code
   * sql/erp/grants.sql}.
   */
  public void load(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    SqlScript.of("sql/demo/schema.sql").run(connection);
    fill(connection);
    SqlScript.of("sql/erp/demo/views.sql").run(connection);
    analyze(connection);
    connection.commit();
  }

  private void fill(Connection connection) throws SQLException {
    Catalogue catalogue = Catalogue.of(size);
    DemandProcess demand = new DemandProcess(size, catalogue);
    MasterData masterData = new MasterData(size, catalogue, demand);
    masterData.write(connection);
    try (Documents documents = new Documents(connection, 0, 0, 0)) {
      Warehouse warehouse = new Warehouse(size, catalogue, demand, documents);
      OrderBook orders = new OrderBook(size, catalogue, demand, warehouse, documents);
      for (int day = 0; day < size.days(); day++) {
        warehouse.morning(day);
        orders.trade(day);
        warehouse.evening(day);
        if (day % DAYS_PER_COMMIT == 0) {
          documents.flush();
          connection.commit();
        }
      }
      warehouse.write(connection);
      masterData.writeTruth(connection, warehouse);
    }
  }

  /** Tells the planner what was loaded, so that the reader's first page already uses the index. */
  private static void analyze(Connection connection) throws SQLException {
    boolean mariaDb = connection.getMetaData().getDatabaseProductName().equals("MariaDB");
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          mariaDb ? "analyze table sales_order, sales_order_line, stock_ledger" : "analyze");
    }
  }

  /**
   * Lets a loaded ERP live one more day: new orders, some of yesterday's cancelled or changed,
   * goods received and sold. Commits.
   *
   * @param day the day to live, later than every order so far
   */
  public static NextDay.Changes liveOn(Connection connection, LocalDate day) throws SQLException {
    connection.setAutoCommit(false);
    NextDay.Changes changes = new NextDay(connection, day).live();
    connection.commit();
    return changes;
  }
}
