package org.demandwright.core.decide.promotion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Promotion;

/**
 * Items with promotions of which it is known what they do: demand is Poisson by lines of one to
 * three units, with a season, a trend, a profile of the week, the luck of weeks and days on which
 * the market is apart. Of each category some items have no promotions, and of some the list price
 * moves with each of them.
 */
public final class PromotionWorld {
  public static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int WEEK = 7;
  private static final int DIP_DAYS = 14;
  private static final double LUCK = 0.12;

  private final Map<ItemKey, Truth> truth = new LinkedHashMap<>();
  private final List<PlaceDays> places = new ArrayList<>();
  private final MarketDays market;
  private final int days;

  /** What is planted of an item. */
  public enum Kind {
    PROMOTED,
    PRICE_MOVES,
    NONE
  }

  /**
   * What is true of an item.
   *
   * @param uplift at its mean depth, a share
   * @param dip mean of the days behind, negative
   * @param taken by all of its promotions from others of the category, a share
   */
  public record Truth(Kind kind, double uplift, double dip, double taken) {}

  /** How large it is. */
  public record Size(int categories, int items, int sites, int days) {}

  public PromotionWorld(Size size, long seed) {
    this.days = size.days();
    this.market = new MarketDays(FIRST, size.days());
    for (int c = 0; c < size.categories(); c++) {
      category(size, c, new Random((seed * 1000 + c) * 7_919_393L));
    }
    places.forEach(p -> market.add(p.sold()));
  }

  private static final class Item {
    private final ItemKey key;
    private final Kind kind;
    private final double rate;
    private final double power;
    private final double dip;
    private final double amplitude;
    private final int peak;
    private final double[] price;
    private final double[] depth;
    private final double[] behind;
    private final List<Promotion> promotions = new ArrayList<>();
    private double depths;
    private double dips;
    private int dipDays;

    Item(Size size, int category, int number, Random random) {
      key = new ItemKey("DW", "C%02d-%03d".formatted(category, number));
      kind = number % 6 == 4 ? Kind.PRICE_MOVES : number % 6 == 5 ? Kind.NONE : Kind.PROMOTED;
      rate = Math.exp(0.3 + 1.5 * random.nextDouble());
      power =
          (0.5 + 1.5 * category / Math.max(1, size.categories() - 1.0))
              * (0.4 + 1.2 * random.nextDouble());
      dip = 0.3 * random.nextDouble();
      amplitude = 0.3 * random.nextDouble();
      peak = random.nextInt(365);
      price = new double[size.days()];
      depth = new double[size.days()];
      behind = new double[size.days()];
      Arrays.fill(price, 10);
      if (kind != Kind.NONE) {
        plan(size.days(), random);
      }
    }

    private void plan(int days, Random random) {
      int day = 20 + random.nextInt(60);
      while (day + 14 < days) {
        int to = day + 6 + random.nextInt(8);
        double off = 0.05 * (2 + random.nextInt(7));
        for (int d = day; d <= to && d < days; d++) {
          depth[d] = off;
          price[d] = kind == Kind.PRICE_MOVES ? 10 * (1 - off) : 10;
        }
        for (int d = to + 1; d <= to + DIP_DAYS && d < days; d++) {
          behind[d] = dip * (1 - (d - to - 1) / (double) DIP_DAYS);
          dips += behind[d];
          dipDays++;
        }
        promotions.add(
            new Promotion(
                key.itemId() + "-" + promotions.size(),
                key,
                null,
                FIRST.plusDays(day),
                FIRST.plusDays(to)));
        depths += off;
        day = to + 45 + random.nextInt(80);
      }
    }

    double base(int d) {
      double week = (d % WEEK) >= 5 ? 1.5 : 0.8;
      return rate
          * week
          * (1 + amplitude * Math.cos(2 * Math.PI * (d - peak) / 365.25))
          * Math.pow(1.08, d / 365.0);
    }

    double uplift(double depth) {
      return power * depth / (0.6 + depth) * 2;
    }

    Truth truth(double taken) {
      double mean = promotions.isEmpty() ? 0 : depths / promotions.size();
      return new Truth(kind, uplift(mean), dipDays == 0 ? 0 : -dips / dipDays, taken);
    }
  }

  private void category(Size size, int category, Random random) {
    double taken = 0.1 + 0.3 * random.nextDouble();
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < size.items(); i++) {
      items.add(new Item(size, category, i, random));
    }
    items.forEach(i -> truth.put(i.key, i.truth(taken)));
    for (int s = 0; s < size.sites(); s++) {
      site(items, "S" + s, taken, random);
    }
  }

  private void site(List<Item> items, String site, double taken, Random random) {
    double[][] sold = new double[items.size()][days];
    double[] luck = new double[items.size()];
    for (int d = 0; d < days; d++) {
      double event = d % 200 < 3 ? 2 : 1;
      double extra = 0;
      double others = 0;
      for (Item i : items) {
        if (i.depth[d] > 0) {
          extra += i.base(d) * i.uplift(i.depth[d]);
        } else {
          others += i.base(d);
        }
      }
      double kept = Math.max(0.2, 1 - taken * extra / others);
      for (int i = 0; i < items.size(); i++) {
        Item item = items.get(i);
        if (d % WEEK == 0) {
          luck[i] = Math.exp(LUCK * random.nextGaussian() - LUCK * LUCK / 2);
        }
        double factor =
            item.depth[d] > 0 ? 1 + item.uplift(item.depth[d]) : kept * (1 - item.behind[d]);
        sold[i][d] = units(item.base(d) * event * luck[i] * factor / 2, random);
      }
    }
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      places.add(
          new PlaceDays(
              item.key,
              site,
              item.key.itemId().substring(0, 3),
              FIRST,
              DoubleVector.of(sold[i]),
              new BitSet(),
              DoubleVector.of(item.price),
              item.promotions,
              paid(item, sold[i])));
    }
  }

  private List<PlaceDays.WeekPaid> paid(Item item, double[] sold) {
    List<PlaceDays.WeekPaid> weeks = new ArrayList<>();
    for (int d = 0; d + WEEK <= days; d += WEEK) {
      double units = 0;
      double money = 0;
      for (int k = d; k < d + WEEK; k++) {
        units += sold[k];
        money += sold[k] * 10 * (1 - item.depth[k]);
      }
      weeks.add(new PlaceDays.WeekPaid(FIRST.plusDays(d), units, money));
    }
    return weeks;
  }

  private static double units(double lines, Random random) {
    double limit = Math.exp(-lines);
    double units = 0;
    for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
      units += 1 + random.nextInt(3);
    }
    return units;
  }

  public Map<ItemKey, Truth> truth() {
    return truth;
  }

  public List<PlaceDays> places() {
    return places;
  }

  /** Returns what is learned of it. */
  public PromotionEffects learned() {
    PromotionStudy study = new PromotionStudy(market, days);
    places.forEach(study::add);
    return study.effects();
  }
}
