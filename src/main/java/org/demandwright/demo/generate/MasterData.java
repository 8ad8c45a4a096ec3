package org.demandwright.demo.generate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.demandwright.demo.generate.DemoItem.Vendor;

/** Writes what stands in an ERP before the first order: items, prices, promotions, calendar. */
public final class MasterData {
  private final DemoSize size;
  private final Catalogue catalogue;
  private final DemandProcess demand;
  private final Sourcing sourcing;

  public MasterData(DemoSize size, Catalogue catalogue, DemandProcess demand) {
    this.size = size;
    this.catalogue = catalogue;
    this.demand = demand;
    sourcing = new Sourcing(size, catalogue);
  }

  /** Writes all master data. */
  public void write(Connection connection) throws SQLException {
    writeParties(connection);
    writeItems(connection);
    writePrices(connection);
    writePromotions(connection);
    writeCalendar(connection);
    sourcing.write(connection);
    new ClosedDays(size, catalogue).write(connection);
    new Lanes(catalogue).write(connection);
  }

  private void writeParties(Connection connection) throws SQLException {
    try (Insert company = new Insert(connection, "company", 3);
        Insert sites = new Insert(connection, "site", 4);
        Insert vendors = new Insert(connection, "vendor", 6);
        Insert customers = new Insert(connection, "customer", 2)) {
      company.row(Catalogue.COMPANY, "Demandwright Demo", Catalogue.CURRENCY);
      company.flush();
      for (DemoSite site : catalogue.sites()) {
        sites.row(site.id(), Catalogue.COMPANY, site.name(), "Asia/Shanghai");
      }
      for (Vendor vendor : catalogue.vendors()) {
        Sourcing.Conditions asks = sourcing.conditions(vendor);
        vendors.row(
            vendor.id(),
            vendor.name(),
            vendor.leadTimeDays(),
            asks.minimumValue(),
            asks.orderDays(),
            asks.deliveryDays());
      }
      for (int c = 0; c < Catalogue.CUSTOMERS; c++) {
        customers.row(Documents.customerId(c), "Customer " + (c + 1));
      }
    }
  }

  private void writeItems(Connection connection) throws SQLException {
    try (Insert items = new Insert(connection, "item", 16)) {
      for (DemoItem item : catalogue.items()) {
        items.row(
            item.id(),
            Catalogue.COMPANY,
            item.name(),
            item.category().name(),
            item.uom(),
            item.vendor().id(),
            item.leadTimeDays(),
            Documents.units(item, item.minimumSteps()),
            Documents.units(item, item.multipleSteps()),
            Documents.money(item.purchasePrice()),
            Catalogue.CURRENCY,
            item.discontinued() == null,
            item.introduced(),
            item.discontinued(),
            (item.discontinued() == null ? item.introduced() : item.discontinued()).atStartOfDay(),
            item.shelfLifeDays());
      }
    }
  }

  private void writePrices(Connection connection) throws SQLException {
    try (Insert prices = new Insert(connection, "price_list", 7)) {
      long id = 0;
      for (DemoItem item : catalogue.items()) {
        for (PricePlan.Price price : demand.prices(item).prices()) {
          id++;
          prices.row(
              id,
              item.id(),
              null,
              price.from(),
              price.to(),
              Documents.money(price.price()),
              Catalogue.CURRENCY);
        }
      }
    }
  }

  private void writePromotions(Connection connection) throws SQLException {
    try (Insert rows = new Insert(connection, "promotion", 7)) {
      for (DemoItem item : catalogue.items()) {
        for (PromotionPlan.Promotion promotion : demand.promotions(item).promotions()) {
          rows.row(
              promotion.id(),
              item.name() + " −" + Math.round(promotion.discount() * 100) + " %",
              item.id(),
              promotion.site() < 0 ? null : catalogue.sites().get(promotion.site()).id(),
              promotion.from(),
              promotion.to(),
              promotion.discount());
        }
      }
    }
  }

  private void writeCalendar(Connection connection) throws SQLException {
    try (Insert rows = new Insert(connection, "calendar_event", 5)) {
      long id = 0;
      for (Events.Entry entry :
          Events.calendar(size.firstDay(), size.lastDay().plusDays(PricePlan.PLANNED_DAYS))) {
        id++;
        rows.row(id, entry.day(), entry.name(), entry.kind(), null);
      }
    }
  }

  /** Writes the true effects, the lost sales as the warehouse counted them. */
  public void writeTruth(Connection connection, Warehouse warehouse) throws SQLException {
    try (Insert rows = new Insert(connection, "true_effect", 7)) {
      Truth truth = new Truth(rows);
      for (Map.Entry<String, Double> event : Events.truth().entrySet()) {
        truth.of("EVENT", null, null, event.getKey(), event.getValue(), "factor at event power 1");
      }
      for (DemoItem item : catalogue.items()) {
        truth.ofItem(item);
        if (size.planted()) {
          truth.ofPlanted(item, demand.planted(item));
        }
        for (PromotionPlan.Promotion promotion : demand.promotions(item).promotions()) {
          truth.of(
              "PROMOTION",
              item.id(),
              null,
              "PR:" + promotion.id(),
              demand.uplift(item, promotion),
              "factor on demand on the promotion's days, its discount included");
        }
        for (DemoSite site : catalogue.sites()) {
          truth.of(
              "LOST_SALES",
              item.id(),
              site.id(),
              null,
              warehouse.stock(item, site).lost() * item.step(),
              "base units that were wanted while the stock was out");
        }
      }
      for (DemoItem item : catalogue.items()) {
        truth.ofDeliveries(item);
      }
      truth.of(
          "PARTIAL_RECEIPTS", null, null, null, LeadTime.IN_PARTS, "share of orders in two parts");
    }
  }
}
