package org.demandwright.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Items, sites, prices, promotions and stock-outs as last read from the ERP. */
@ApplicationScoped
public class MasterDataStore {
  private final Sql sql;

  @Inject
  MasterDataStore(Sql sql) {
    this.sql = sql;
  }

  MasterDataStore() {
    this(null);
  }

  public record Item(
      String itemId, String code, String name, String category, String uom, Integer leadTimeDays) {}

  public record Site(String siteId, String name) {}

  /** A unit price; site null = every site, validTo (inclusive) null = until further notice. */
  public record Price(
      String priceId,
      String itemId,
      String siteId,
      LocalDate validFrom,
      LocalDate validTo,
      BigDecimal unitPrice) {}

  /** A promotion from one day to another, both inclusive; site null = every site. */
  public record Promotion(
      String promotionId, String itemId, String siteId, LocalDate from, LocalDate to) {}

  /** Days [from, to) on which nothing could be sold. */
  public record StockOutDays(String itemId, String siteId, LocalDate from, LocalDate to) {}

  @Transactional
  public void replaceItems(List<Item> items) {
    sql.update("delete from item");
    sql.batch(
        "insert into item (item_id, item_code, item_name, category, uom_id, lead_time_days)"
            + " values (?, ?, ?, ?, ?, ?)",
        items.stream()
            .map(
                i ->
                    new Object[] {
                      i.itemId(), i.code(), i.name(), i.category(), i.uom(), i.leadTimeDays()
                    })
            .toList());
  }

  @Transactional
  public void replaceSites(List<Site> sites) {
    sql.update("delete from site");
    sql.batch(
        "insert into site (site_id, site_name) values (?, ?)",
        sites.stream().map(s -> new Object[] {s.siteId(), s.name()}).toList());
  }

  @Transactional
  public void replacePrices(List<Price> prices) {
    sql.update("delete from price");
    sql.batch(
        "insert into price (price_id, item_id, site_id, valid_from, valid_to, unit_price)"
            + " values (?, ?, ?, ?, ?, ?)",
        prices.stream()
            .map(
                p ->
                    new Object[] {
                      p.priceId(), p.itemId(), p.siteId(), p.validFrom(), p.validTo(), p.unitPrice()
                    })
            .toList());
  }

  @Transactional
  public void replacePromotions(List<Promotion> promotions) {
    sql.update("delete from promotion");
    sql.batch(
        "insert into promotion (promotion_id, item_id, site_id, from_date, to_date)"
            + " values (?, ?, ?, ?, ?)",
        promotions.stream()
            .map(p -> new Object[] {p.promotionId(), p.itemId(), p.siteId(), p.from(), p.to()})
            .toList());
  }

  @Transactional
  public void replaceStockOuts(List<StockOutDays> spells) {
    sql.update("delete from stock_out");
    sql.batch(
        "insert into stock_out (item_id, site_id, from_date, to_date) values (?, ?, ?, ?)",
        spells.stream().map(s -> new Object[] {s.itemId(), s.siteId(), s.from(), s.to()}).toList());
  }

  /** Returns every item by its identity. */
  public Map<String, Item> items() {
    Map<String, Item> all = new HashMap<>();
    sql.each(
        row ->
            new Item(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, Integer.class)),
        i -> all.put(i.itemId(), i),
        "select item_id, item_code, item_name, category, uom_id, lead_time_days from item");
    return all;
  }

  /** Returns the prices of the items from … to, in the order of their identity. */
  public List<Price> prices(String fromItem, String toItem) {
    return sql.list(
        row ->
            new Price(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class),
                row.getBigDecimal(6)),
        "select price_id, item_id, site_id, valid_from, valid_to, unit_price from price"
            + " where item_id between ? and ? order by valid_from, price_id",
        fromItem,
        toItem);
  }

  /** Returns the promotions of the items from … to, in the order of their identity. */
  public List<Promotion> promotions(String fromItem, String toItem) {
    return sql.list(
        row ->
            new Promotion(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class)),
        "select promotion_id, item_id, site_id, from_date, to_date from promotion"
            + " where item_id between ? and ? order by from_date, promotion_id",
        fromItem,
        toItem);
  }

  /** Returns the stock-outs of the items from … to, in the order of their days. */
  public List<StockOutDays> stockOuts(String fromItem, String toItem) {
    return sql.list(
        row ->
            new StockOutDays(
                row.getString(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getObject(4, LocalDate.class)),
        "select item_id, site_id, from_date, to_date from stock_out"
            + " where item_id between ? and ? order by from_date",
        fromItem,
        toItem);
  }
}
