package org.demandwright.demo.generate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.demo.generate.DemoItem.Vendor;

/**
 * From whom each item can be bought, and on what terms. The preferred vendor of an item is the one
 * that delivered so far; two items in five have a second one, some of them for one site alone.
 */
final class Sourcing {
  private static final int MANY = 5;
  private static final int VERY_MANY = 20;

  private final DemoSize size;
  private final Catalogue catalogue;
  private final List<Offer> offers = new ArrayList<>();

  Sourcing(DemoSize size, Catalogue catalogue) {
    this.size = size;
    this.catalogue = catalogue;
    catalogue.items().forEach(this::offer);
  }

  /**
   * What a vendor asks of every order.
   *
   * @param minimumValue of an order, null = none
   * @param orderDays ISO weekdays as digits, null = every day
   * @param deliveryDays ISO weekdays as digits, null = every day
   */
  record Conditions(Integer minimumValue, String orderDays, String deliveryDays) {}

  /**
   * What a vendor asks for an item.
   *
   * @param site null = every site
   * @param to null = until further notice
   * @param cheaper whether more costs less
   */
  record Offer(
      DemoItem item,
      Vendor vendor,
      DemoSite site,
      boolean preferred,
      LocalDate from,
      LocalDate to,
      int leadTimeDays,
      int minimumSteps,
      double price,
      boolean cheaper) {

    private boolean byCarton() {
      return item.multipleSteps() > 1;
    }
  }

  /** Returns the conditions of a vendor; every third one keeps to weekdays. */
  Conditions conditions(Vendor vendor) {
    int number = catalogue.vendors().indexOf(vendor);
    Dice dice = Dice.of(size.seed(), "vendor conditions", number);
    Integer minimum = dice.chance(0.5) ? dice.between(5, 40) * 100 : null;
    return number % 3 == 0
        ? new Conditions(minimum, new String[] {"135", "24", "2"}[dice.between(0, 2)], "12345")
        : new Conditions(minimum, null, null);
  }

  private void offer(DemoItem item) {
    Dice dice = Dice.of(size.seed(), "terms", item.number());
    LocalDate since = item.introduced();
    if (dice.chance(0.25)) {
      LocalDate until = size.lastDay().minusDays(dice.between(20, size.days() / 4));
      if (until.isAfter(since)) {
        offers.add(own(item, since, until, Catalogue.cents(item.purchasePrice() * 0.95), false));
        since = until.plusDays(1);
      }
    }
    offers.add(own(item, since, null, item.purchasePrice(), dice.chance(0.4)));
    if (item.discontinued() == null && dice.chance(0.4)) {
      offers.add(other(item, dice));
    }
  }

  private static Offer own(
      DemoItem item, LocalDate from, LocalDate to, double price, boolean cheaper) {
    return new Offer(
        item,
        item.vendor(),
        null,
        true,
        from,
        to,
        item.leadTimeDays(),
        item.minimumSteps(),
        price,
        cheaper);
  }

  private Offer other(DemoItem item, Dice dice) {
    List<Vendor> vendors = catalogue.vendors();
    int own = vendors.indexOf(item.vendor());
    Vendor vendor = vendors.get((own + dice.between(1, vendors.size() - 1)) % vendors.size());
    return new Offer(
        item,
        vendor,
        dice.chance(0.2) ? catalogue.sites().get(0) : null,
        false,
        item.introduced(),
        null,
        Math.max(1, vendor.leadTimeDays() + dice.between(-1, 3)),
        item.minimumSteps() * dice.between(1, 3),
        Catalogue.cents(item.purchasePrice() * dice.between(0.9, 1.15)),
        dice.chance(0.4));
  }

  void write(Connection connection) throws SQLException {
    try (Insert terms = new Insert(connection, "vendor_item", 14)) {
      for (int i = 0; i < offers.size(); i++) {
        write(terms, i + 1L, offers.get(i));
      }
    }
    try (Insert breaks = new Insert(connection, "vendor_item_price", 3)) {
      for (int i = 0; i < offers.size(); i++) {
        if (offers.get(i).cheaper()) {
          cheaper(breaks, i + 1L, offers.get(i), MANY, 0.97);
          cheaper(breaks, i + 1L, offers.get(i), VERY_MANY, 0.93);
        }
      }
    }
  }

  private static void write(Insert terms, long id, Offer offer) throws SQLException {
    DemoItem item = offer.item();
    terms.row(
        id,
        offer.vendor().id(),
        item.id(),
        offer.site() == null ? null : offer.site().id(),
        offer.preferred(),
        offer.from(),
        offer.to(),
        offer.leadTimeDays(),
        Documents.units(item, offer.minimumSteps()),
        Documents.units(item, item.multipleSteps()),
        offer.byCarton() ? "CTN" : item.uom(),
        offer.byCarton() ? Documents.units(item, item.multipleSteps()) : 1,
        Documents.money(offer.price()),
        Catalogue.CURRENCY);
  }

  private static void cheaper(Insert breaks, long id, Offer offer, int times, double share)
      throws SQLException {
    breaks.row(
        id,
        Documents.units(offer.item(), (long) offer.minimumSteps() * times),
        Documents.money(Catalogue.cents(offer.price() * share)));
  }
}
