package org.demandwright.demo.generate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The stock of every item at every site under a reorder policy: when stock and open orders fall to
 * a minimum, the vendor is asked for the difference to a maximum, and delivers about a lead time
 * later. One series in ten is planned too thinly, and no planner foresees the shopping days: so
 * stock runs out, and what is wanted meanwhile is lost. Every change is a row of the ledger.
 */
public final class Warehouse {
  private static final int REPLAN_DAYS = 28;

  private final DemoSize size;
  private final DemandProcess demand;
  private final Documents documents;
  private final Purchases purchases;
  private final Stock[][] stocks;
  private final Dice dice;

  public Warehouse(DemoSize size, Catalogue catalogue, DemandProcess demand, Documents documents) {
    this.size = size;
    this.demand = demand;
    this.documents = documents;
    dice = Dice.of(size.seed(), "warehouse", 0);
    purchases = new Purchases(size);
    stocks = new Stock[catalogue.sites().size()][catalogue.items().size()];
    for (DemoSite site : catalogue.sites()) {
      for (DemoItem item : catalogue.items()) {
        double cover = dice.chance(0.1) ? dice.between(0.3, 0.7) : dice.between(1.1, 1.8);
        stocks[site.number()][item.number()] = new Stock(item, site, cover, new Lots(size));
      }
    }
  }

  Stock stock(DemoItem item, DemoSite site) {
    return stocks[site.number()][item.number()];
  }

  /** Brings in what arrives on the day, before the first customer. */
  public void morning(int day) throws SQLException {
    LocalDate date = date(day);
    for (Stock[] site : stocks) {
      for (Stock stock : site) {
        if (day % REPLAN_DAYS == 0 || stock.item.introduced().equals(date)) {
          stock.plan(
              demand.plannedSteps(stock.item, stock.site, day), 10 + stock.site.number() * 3);
        }
        if (opens(stock, day)) {
          documents.movement(stock.item, stock.site, date, "ADJUST", stock.open(), stock.onHand());
        }
        for (Stock.Arrival arrival : stock.arrivalsOn(day)) {
          stock.receive(arrival.steps());
          purchases.receive(arrival.line(), date, arrival.steps());
          stock.lots.receive(date, arrival.line().id(), arrival.steps());
          documents.movement(
              stock.item, stock.site, date, "RECEIPT", arrival.steps(), stock.onHand());
        }
      }
    }
  }

  private boolean opens(Stock stock, int day) {
    return date(day).equals(stock.item.introduced());
  }

  /** Takes goods back. */
  void takeBack(DemoItem item, DemoSite site, int day, long steps) throws SQLException {
    Stock stock = stock(item, site);
    stock.receive(steps);
    documents.movement(item, site, date(day), "RETURN", steps, stock.onHand());
  }

  /** Books what left during the day, and orders what ran low. */
  public void evening(int day) throws SQLException {
    List<Purchases.Need> needs = new ArrayList<>();
    for (Stock[] site : stocks) {
      for (Stock stock : site) {
        long issued = stock.endDay();
        if (issued > 0) {
          documents.movement(stock.item, stock.site, date(day), "ISSUE", -issued, stock.onHand());
        }
        if (stillBought(stock.item, day) && stock.shortage() > 0) {
          needs.add(new Purchases.Need(stock, stock.shortage()));
        }
      }
    }
    List<Purchases.Line> lines = purchases.order(needs, date(day));
    for (int i = 0; i < lines.size(); i++) {
      expect(needs.get(i), lines.get(i), day);
    }
  }

  private boolean stillBought(DemoItem item, int day) {
    LocalDate date = date(day);
    return item.onSale(date) && item.onSale(date.plusDays(item.leadTimeDays()));
  }

  /** Delivers after the lead time as it is drawn, one time in fifteen in two parts. */
  private void expect(Purchases.Need need, Purchases.Line line, int day) {
    Stock stock = need.stock();
    int arrival = day + LeadTime.drawn(stock.item, dice);
    purchases.confirm(line, date(day), date(arrival));
    long first = dice.chance(LeadTime.IN_PARTS) ? Math.max(1, need.steps() / 2) : need.steps();
    stock.arriveOn(new Stock.Arrival(arrival, first, line));
    if (first < need.steps()) {
      stock.arriveOn(new Stock.Arrival(arrival + dice.between(2, 12), need.steps() - first, line));
    }
  }

  /** Writes purchases, balances, lots and reorder rules as they are at the end. */
  public void write(Connection connection) throws SQLException {
    for (Stock[] site : stocks) {
      purchases.goAstray(site[0].site, site[0].item, site[site.length / 2].item);
    }
    purchases.write(connection);
    try (Insert lots = new Insert(connection, "stock_lot", 5);
        Insert balances = new Insert(connection, "stock_balance", 4);
        Insert rules = new Insert(connection, "reorder_rule", 4)) {
      for (Stock[] site : stocks) {
        for (Stock stock : site) {
          DemoItem item = stock.item;
          balances.row(
              item.id(),
              stock.site.id(),
              Documents.units(item, stock.onHand()),
              Documents.units(item, stock.reserved()));
          rules.row(
              item.id(),
              stock.site.id(),
              Documents.units(item, stock.minimum()),
              Documents.units(item, stock.maximum()));
          stock.lots.write(lots, stock);
        }
      }
    }
  }

  private LocalDate date(int day) {
    return size.firstDay().plusDays(day);
  }
}
