package org.demandwright.demo.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.demandwright.demo.generate.DemoItem.Category;
import org.demandwright.demo.generate.DemoItem.Pattern;
import org.demandwright.demo.generate.DemoItem.Vendor;

/**
 * Who sells what: items, vendors and sites.
 *
 * @param items by number
 * @param sites by number
 * @param vendors every vendor that an item names
 */
public record Catalogue(List<DemoItem> items, List<DemoSite> sites, List<Vendor> vendors) {
  /** The one company of the demo. */
  public static final String COMPANY = "DW";

  /** The one currency of the demo. */
  public static final String CURRENCY = "CNY";

  /** Number of customers, C0001 … */
  static final int CUSTOMERS = 600;

  private static final List<Category> CATEGORIES =
      List.of(
          new Category("TEA", "Tea", 1.0, 60),
          new Category("SNACKS", "Snack", 1.2, 18),
          new Category("HOUSEHOLD", "Household", 0.8, 35),
          new Category("CARE", "Care", 1.1, 45),
          new Category("STATIONERY", "Paper", 0.3, 12),
          new Category("SPARES", "Spare part", 0.0, 150));

  private static final List<DemoSite> SITES =
      List.of(
          new DemoSite(0, "SHA", "Shanghai", 1.0),
          new DemoSite(1, "CAN", "Guangzhou", 0.7),
          new DemoSite(2, "CTU", "Chengdu", 0.5),
          new DemoSite(3, "PEK", "Beijing", 0.3));

  public Catalogue {
    items = List.copyOf(items);
    sites = List.copyOf(sites);
    vendors = List.copyOf(vendors);
  }

  /** Invents the catalogue of an ERP of this size. */
  public static Catalogue of(DemoSize size) {
    List<Vendor> vendors = vendors(size);
    List<DemoItem> items = new ArrayList<>();
    for (int i = 0; i < size.items(); i++) {
      items.add(item(size, i, vendors));
    }
    return new Catalogue(items, SITES.subList(0, size.sites()), vendors);
  }

  private static List<Vendor> vendors(DemoSize size) {
    List<Vendor> vendors = new ArrayList<>();
    for (int v = 0; v < 12; v++) {
      Dice dice = Dice.of(size.seed(), "vendor", v);
      vendors.add(
          new Vendor(
              String.format(Locale.ROOT, "V%02d", v + 1),
              "Vendor " + (char) ('A' + v),
              dice.between(3, 35)));
    }
    return vendors;
  }

  private static DemoItem item(DemoSize size, int number, List<Vendor> vendors) {
    Dice dice = Dice.of(size.seed(), "item", number);
    Pattern pattern = pattern(number);
    boolean rare = pattern == Pattern.INTERMITTENT || pattern == Pattern.LUMPY;
    Category category =
        rare && number % 3 != 0
            ? CATEGORIES.get(CATEGORIES.size() - 1)
            : CATEGORIES.get(number % (CATEGORIES.size() - 1));
    boolean byWeight = category.name().equals("TEA") && number % 2 == 0;
    Vendor vendor = vendors.get(dice.between(0, vendors.size() - 1));
    double price = cents(category.typicalPrice() * dice.lognormal(0.4));
    int multiple = rare ? 1 : new int[] {1, 6, 10, 12, 24}[dice.between(0, 4)];
    String id = String.format(Locale.ROOT, "I%04d", number + 1);
    return new DemoItem(
        number,
        id,
        category.noun() + " " + id.substring(1),
        category,
        byWeight ? "KG" : "EA",
        byWeight ? 0.5 : 1,
        vendor,
        Math.max(1, vendor.leadTimeDays() + dice.between(-1, 3)),
        multiple * dice.between(1, 4),
        multiple,
        cents(price * dice.between(0.5, 0.7)),
        price,
        pattern,
        pace(pattern, dice),
        pattern == Pattern.LUMPY ? dice.between(8.0, 20.0) : dice.between(1.0, 4.0),
        dice.chance(0.5) ? 1 : dice.between(0.75, 1.35),
        rare ? 0 : dice.between(0.05, 0.45),
        dice.between(1, 365),
        category.eventPower() > 0.5 ? dice.between(1.1, 1.6) : dice.between(0.3, 0.6),
        -dice.between(0.5, 2.2),
        dice.between(1.5, 5.0),
        introduced(size, number, dice),
        discontinued(size, number, dice),
        shelfLife(category, Dice.of(size.seed(), "shelf life", number)));
  }

  /** Food and what is put on the skin spoils; the rest keeps. */
  private static Integer shelfLife(Category category, Dice dice) {
    return switch (category.name()) {
      case "TEA" -> dice.between(360, 720);
      case "SNACKS" -> dice.between(90, 240);
      case "CARE" -> dice.between(540, 900);
      default -> null;
    };
  }

  /** Half the items are fast; a quarter are intermittent, whatever the size. */
  private static Pattern pattern(int number) {
    return switch (number % 20) {
      case 3, 7, 11, 15, 19 -> Pattern.INTERMITTENT;
      case 6 -> Pattern.LUMPY;
      case 2, 10, 14, 18 -> Pattern.SLOW;
      default -> Pattern.FAST;
    };
  }

  private static double pace(Pattern pattern, Dice dice) {
    return switch (pattern) {
      case FAST -> dice.lognormal(0.7);
      case SLOW -> 0.12 * dice.lognormal(0.4);
      case INTERMITTENT -> dice.between(0.03, 0.25);
      case LUMPY -> dice.between(0.02, 0.08);
    };
  }

  /** One item in twelve is new: it came in the second half of the history. */
  private static LocalDate introduced(DemoSize size, int number, Dice dice) {
    return number % 12 == 8
        ? size.lastDay().minusDays(dice.between(size.days() / 20, size.days() / 2))
        : size.firstDay();
  }

  /** One item in twelve was ended in the second half of the history. */
  private static LocalDate discontinued(DemoSize size, int number, Dice dice) {
    return number % 12 == 5
        ? size.lastDay().minusDays(dice.between(size.days() / 20, size.days() / 2))
        : null;
  }

  static double cents(double amount) {
    return Math.max(0.01, Math.round(amount * 100) / 100.0);
  }
}
