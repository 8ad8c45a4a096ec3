package org.demandwright.store.demand;

import static org.demandwright.store.demand.MirroredTable.day;
import static org.demandwright.store.demand.MirroredTable.integer;
import static org.demandwright.store.demand.MirroredTable.number;
import static org.demandwright.store.demand.MirroredTable.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.intake.KitPart;
import org.demandwright.store.demand.MirroredTable.Difference;
import org.demandwright.store.sql.Decimals;
import org.demandwright.store.sql.Sql;

/**
 * Items, sites, prices, promotions, kits and stock-outs as last read from the ERP, with promotions
 * that were planned here. Identities are unique in their company alone.
 */
@ApplicationScoped
public class MasterDataStore {
  private static final MirroredTable ITEMS =
      new MirroredTable(
          "item",
          List.of(
              text("org_id"),
              text("item_id"),
              text("item_code"),
              text("item_name"),
              text("category"),
              text("uom_id"),
              integer("lead_time_days")),
          2);
  private static final MirroredTable SITES =
      new MirroredTable("site", List.of(text("org_id"), text("site_id"), text("site_name")), 2);
  private static final MirroredTable PRICES =
      new MirroredTable(
          "price",
          List.of(
              text("org_id"),
              text("price_id"),
              text("item_id"),
              text("site_id"),
              day("valid_from"),
              day("valid_to"),
              number("unit_price"),
              text("currency")),
          2);
  private static final MirroredTable PROMOTIONS =
      new MirroredTable(
          "promotion",
          List.of(
              text("org_id"),
              text("promotion_id"),
              text("item_id"),
              text("site_id"),
              day("from_date"),
              day("to_date")),
          2);
  private static final MirroredTable COMPONENTS =
      new MirroredTable(
          "kit_component",
          List.of(
              text("org_id"), text("kit_item_id"), text("component_item_id"), number("quantity")),
          3);

  private static final MirroredTable STOCK_DAYS =
      new MirroredTable(
          "stock_days",
          List.of(
              text("org_id"), text("site_id"), day("first_day"), text("source"), day("last_day")),
          3);

  private final Sql sql;

  @Inject
  public MasterDataStore(Sql sql) {
    this.sql = sql;
  }

  MasterDataStore() {
    this(null);
  }

  public record Item(
      ItemKey key, String code, String name, String category, String uom, Integer leadTimeDays) {}

  public record Site(String orgId, String siteId, String name) {}

  /** Days [from, to) on which nothing could be sold. */
  public record StockOutDays(ItemKey item, String siteId, LocalDate from, LocalDate to) {}

  /**
   * Replaces the items; those gone or with another unit are noted: their lines must be judged anew.
   */
  @Transactional
  public void replaceItems(List<Item> items) {
    List<Difference> differences =
        ITEMS.replace(
            sql,
            items.stream()
                .map(
                    i ->
                        new Object[] {
                          i.key().orgId(),
                          i.key().itemId(),
                          i.code(),
                          i.name(),
                          i.category(),
                          i.uom(),
                          i.leadTimeDays()
                        })
                .toList());
    recheck(
        differences.stream()
            .filter(d -> d.before() != null)
            .filter(d -> d.after() == null || !Objects.equals(d.before().get(5), d.after().get(5)))
            .map(Difference::before));
  }

  /** Replaces the parts of kits; kits that changed are noted: their lines must be judged anew. */
  @Transactional
  public void replaceComponents(List<KitPart> components) {
    List<Difference> differences =
        COMPONENTS.replace(
            sql,
            components.stream()
                .map(
                    c ->
                        new Object[] {
                          c.kit().orgId(),
                          c.kit().itemId(),
                          c.componentId(),
                          Decimals.rounded(c.quantity())
                        })
                .toList());
    recheck(differences.stream().map(d -> d.before() == null ? d.after() : d.before()));
  }

  private void recheck(Stream<List<Object>> rows) {
    List<Object[]> items = rows.map(r -> r.subList(0, 2)).distinct().map(List::toArray).toList();
    sql.batch("delete from recheck_item where org_id = ? and item_id = ?", items);
    sql.batch("insert into recheck_item (org_id, item_id) values (?, ?)", items);
  }

  /** Returns the items whose lines must be judged anew. */
  public List<ItemKey> recheck() {
    return sql.list(row -> key(row, 1), "select org_id, item_id from recheck_item");
  }

  /** Notes that all lines have been judged by the master data as they are. */
  public void rechecked() {
    sql.update("delete from recheck_item");
  }

  /** Returns all sites. */
  public List<Site> sites() {
    return sql.list(
        row -> new Site(row.getString(1), row.getString(2), row.getString(3)),
        "select org_id, site_id, site_name from site order by org_id, site_id");
  }

  @Transactional
  public void replaceSites(List<Site> sites) {
    SITES.replace(
        sql, sites.stream().map(s -> new Object[] {s.orgId(), s.siteId(), s.name()}).toList());
  }

  @Transactional
  public void replacePrices(List<Price> prices) {
    PRICES.replace(
        sql,
        prices.stream()
            .map(
                p ->
                    new Object[] {
                      p.item().orgId(),
                      p.priceId(),
                      p.item().itemId(),
                      p.siteId(),
                      p.validFrom(),
                      p.validTo(),
                      Decimals.rounded(p.unitPrice()),
                      p.currency()
                    })
            .toList());
  }

  @Transactional
  public void replacePromotions(List<Promotion> promotions) {
    PROMOTIONS.replace(
        sql,
        promotions.stream()
            .map(
                p ->
                    new Object[] {
                      p.item().orgId(),
                      p.promotionId(),
                      p.item().itemId(),
                      p.siteId(),
                      p.from(),
                      p.to()
                    })
            .toList());
  }

  /** Returns every item by its identity. */
  public Map<ItemKey, Item> items() {
    Map<ItemKey, Item> all = new HashMap<>();
    sql.each(
        row ->
            new Item(
                key(row, 1),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, Integer.class)),
        i -> all.put(i.key(), i),
        "select org_id, item_id, item_code, item_name, category, uom_id, lead_time_days from item");
    return all;
  }

  /** Returns the categories of items that have one. */
  public Map<ItemKey, String> categories() {
    Map<ItemKey, String> all = new HashMap<>();
    sql.each(
        row -> Map.entry(key(row, 1), row.getString(3)),
        of -> all.put(of.getKey(), of.getValue()),
        "select org_id, item_id, category from item where category <> ''");
    return all;
  }

  /** Returns the parts of every kit. */
  public List<KitPart> components() {
    return sql.list(
        row -> new KitPart(key(row, 1), row.getString(3), row.getBigDecimal(4)),
        "select org_id, kit_item_id, component_item_id, quantity from kit_component"
            + " order by org_id, kit_item_id, component_item_id");
  }

  /** Returns the prices of items, of any company, in the order of their first days. */
  public List<Price> prices(Collection<String> items) {
    return sql.listIn(
        row ->
            new Price(
                row.getString(1),
                key(row, 2),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class),
                row.getBigDecimal(7),
                row.getString(8)),
        "select price_id, org_id, item_id, site_id, valid_from, valid_to, unit_price, currency"
            + " from price where item_id in (#) order by valid_from, org_id, price_id",
        items);
  }

  /**
   * Returns the promotions of items, of any company, in the order of their first days: those that
   * the ERP tells, and those that were planned here.
   */
  public List<Promotion> promotions(Collection<String> items) {
    List<Promotion> all =
        new ArrayList<>(
            sql.listIn(
                MasterDataStore::promotion,
                "select promotion_id, org_id, item_id, site_id, from_date, to_date from promotion"
                    + " where item_id in (#) order by from_date, org_id, promotion_id",
                items));
    List<Promotion> planned =
        sql.listIn(
            MasterDataStore::promotion,
            "select '"
                + PlannedPromotion.OWN
                + "' || promotion_no, org_id, item_id, site_id, from_date, to_date"
                + " from planned_promotion where item_id in (#) order by from_date, promotion_no",
            items);
    if (!planned.isEmpty()) {
      all.addAll(planned);
      all.sort(Comparator.comparing(Promotion::from));
    }
    return all;
  }

  private static Promotion promotion(ResultSet row) throws SQLException {
    return new Promotion(
        row.getString(1),
        key(row, 2),
        row.getString(4),
        row.getObject(5, LocalDate.class),
        row.getObject(6, LocalDate.class));
  }

  /**
   * Returns the stock-outs of items, of any company, in the order of their first days. Where
   * several sources tell the stock of a site, each on the days on which its own counts.
   */
  public List<StockOutDays> stockOuts(Collection<String> items) {
    return sql
        .listIn(
            MasterDataStore::countingStockOut,
            "select o.org_id, o.item_id, o.site_id, o.from_date, o.to_date, d.first_day, d.last_day"
                + " from stock_out o left join stock_days d on d.org_id = o.org_id"
                + " and d.site_id = o.site_id and d.source = o.source where o.item_id in (#)"
                + " and (d.source is not null or not exists (select 1 from stock_days n"
                + " where n.org_id = o.org_id and n.site_id = o.site_id)) order by o.from_date",
            items)
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<StockOutDays> countingStockOut(ResultSet row) throws SQLException {
    StockOutDays all = stockOut(row);
    LocalDate first = row.getObject(6, LocalDate.class);
    LocalDate last = row.getObject(7, LocalDate.class);
    if (first == null) {
      return Optional.of(all);
    }
    LocalDate from = all.from().isBefore(first) ? first : all.from();
    LocalDate to = all.to().isAfter(last) ? last.plusDays(1) : all.to();
    return from.isBefore(to)
        ? Optional.of(new StockOutDays(all.item(), all.siteId(), from, to))
        : Optional.empty();
  }

  /** Days on which the stock of a source counts at a site, both included. */
  public record StockDays(
      String orgId, String siteId, String source, LocalDate first, LocalDate last) {}

  /** Replaces the days on which the stock of sources counts; a site without has one source. */
  @Transactional
  public void replaceStockDays(List<StockDays> days) {
    STOCK_DAYS.replace(
        sql,
        days.stream()
            .map(d -> new Object[] {d.orgId(), d.siteId(), d.first(), d.source(), d.last()})
            .toList());
  }

  /** Returns the stock-outs of a source that last until this day, wherever they count. */
  public List<StockOutDays> stockOutsUntil(String source, LocalDate to) {
    return sql.list(
        row -> stockOut(row),
        "select org_id, item_id, site_id, from_date, to_date from stock_out where source = ?"
            + " and to_date = ?",
        source,
        to);
  }

  /** Forgets every stock-out of a source. */
  public void clearStockOuts(String source) {
    sql.update("delete from stock_out where source = ?", source);
  }

  /** Forgets the stock-outs of all sources but these. */
  public void keepStockOutsOf(Collection<String> sources) {
    sql.list(row -> row.getString(1), "select distinct source from stock_out").stream()
        .filter(source -> !sources.contains(source))
        .forEach(this::clearStockOuts);
  }

  /** Takes stock-outs of a source away and adds others. */
  public void changeStockOuts(String source, List<StockOutDays> gone, List<StockOutDays> added) {
    sql.batch(
        "delete from stock_out where source = ? and org_id = ? and item_id = ? and site_id = ?"
            + " and from_date = ?",
        gone.stream()
            .map(
                s ->
                    new Object[] {
                      source, s.item().orgId(), s.item().itemId(), s.siteId(), s.from()
                    })
            .toList());
    sql.batch(
        "insert into stock_out (source, org_id, item_id, site_id, from_date, to_date)"
            + " values (?, ?, ?, ?, ?, ?)",
        added.stream()
            .map(
                s ->
                    new Object[] {
                      source, s.item().orgId(), s.item().itemId(), s.siteId(), s.from(), s.to()
                    })
            .toList());
  }

  private static StockOutDays stockOut(ResultSet row) throws SQLException {
    return new StockOutDays(
        key(row, 1),
        row.getString(3),
        row.getObject(4, LocalDate.class),
        row.getObject(5, LocalDate.class));
  }

  private static ItemKey key(ResultSet row, int column) throws SQLException {
    return new ItemKey(row.getString(column), row.getString(column + 1));
  }
}
