package org.demandwright.demo.generate;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns demand into sales orders: each site's lines of a day are spread over its orders, a few of
 * which are cancelled or never leave the draft; some lines are samples, some carry freight instead
 * of an item, and some goods come back days later as a return.
 */
public final class OrderBook {
  private static final double LINES_PER_ORDER = 3.5;
  private static final double ORDER_CANCELLED = 0.012;
  private static final double LINE_CANCELLED = 0.01;
  private static final double SAMPLE = 0.002;
  private static final double FREIGHT = 0.01;
  private static final double RETURNED = 0.012;

  private final DemoSize size;
  private final Catalogue catalogue;
  private final DemandProcess demand;
  private final Warehouse warehouse;
  private final Documents documents;
  private final Dirt dirt;
  private final LocalDateTime now;
  private final Map<Integer, List<Return>> returns = new HashMap<>();

  private record Return(DemoItem item, long steps, int customer, double price) {}

  /** An order that lines may still join. */
  private static final class Draft {
    private final int customer;
    private final LocalDateTime changedAt;
    private final Documents.Status status;
    private long id;
    private int lines;

    private Draft(int customer, LocalDateTime changedAt, Documents.Status status) {
      this.customer = customer;
      this.changedAt = changedAt;
      this.status = status;
    }
  }

  public OrderBook(
      DemoSize size,
      Catalogue catalogue,
      DemandProcess demand,
      Warehouse warehouse,
      Documents documents) {
    this.size = size;
    this.catalogue = catalogue;
    this.demand = demand;
    this.warehouse = warehouse;
    this.documents = documents;
    dirt = new Dirt(size, catalogue.items().get(0), documents);
    now = size.lastDay().plusDays(1).atStartOfDay();
  }

  /** Writes the documents of one day at all sites. */
  public void trade(int day) throws SQLException {
    for (DemoSite site : catalogue.sites()) {
      Dice dice = Dice.of(size.seed(), "orders" + site.id(), day);
      takeBack(site, day, dice);
      sell(site, day, dice);
      dirt.fall(site, day);
    }
  }

  private void sell(DemoSite site, int day, Dice dice) throws SQLException {
    int[] wanted = new int[catalogue.items().size()];
    int lines = 0;
    for (DemoItem item : catalogue.items()) {
      wanted[item.number()] = dice.poisson(demand.drawn(item, site, day));
      lines += wanted[item.number()];
    }
    if (lines == 0) {
      return;
    }
    List<Draft> orders = open(day, (int) Math.ceil(lines / LINES_PER_ORDER), dice);
    for (DemoItem item : catalogue.items()) {
      for (int i = 0; i < wanted[item.number()]; i++) {
        sell(item, site, day, orders.get(dice.between(0, orders.size() - 1)), dice);
      }
    }
  }

  private List<Draft> open(int day, int count, Dice dice) {
    int[] seconds = new int[count];
    for (int i = 0; i < count; i++) {
      seconds[i] = 3600 * 7 + dice.between(0, 3600 * 8) + dice.between(0, 3600 * 8);
    }
    Arrays.sort(seconds);
    LocalDateTime midnight = date(day).atStartOfDay();
    List<Draft> orders = new ArrayList<>();
    for (int second : seconds) {
      orders.add(draft(midnight.plusSeconds(second), dice));
    }
    return orders;
  }

  /** Decides what becomes of an order; what lies beyond the end of history has not happened yet. */
  private Draft draft(LocalDateTime ordered, Dice dice) {
    int customer = (int) (Catalogue.CUSTOMERS * dice.between(0.0, 1.0) * dice.between(0.0, 1.0));
    LocalDateTime cancelled = ordered.plusMinutes(dice.between(20, 7_200));
    LocalDateTime shipped = ordered.plusMinutes(dice.between(120, 3_600));
    if (dice.chance(ORDER_CANCELLED) && cancelled.isBefore(now)) {
      return new Draft(customer, cancelled, Documents.Status.CANCELLED);
    }
    if (ordered.isAfter(now.minusDays(20)) && dice.chance(0.02)) {
      return new Draft(customer, ordered, Documents.Status.DRAFT);
    }
    return shipped.isBefore(now)
        ? new Draft(customer, shipped, Documents.Status.SHIPPED)
        : new Draft(customer, ordered, Documents.Status.CONFIRMED);
  }

  private void sell(DemoItem item, DemoSite site, int day, Draft order, Dice dice)
      throws SQLException {
    long steps = dice.geometric(item.stepsPerLine());
    boolean cancelled = order.status == Documents.Status.CANCELLED || dice.chance(LINE_CANCELLED);
    boolean sample = !cancelled && dice.chance(SAMPLE);
    if (!cancelled && order.status != Documents.Status.DRAFT) {
      steps = ship(warehouse.stock(item, site), order, steps);
    }
    if (steps == 0) {
      return;
    }
    number(order, site, day, dice);
    PromotionPlan.Promotion promotion = demand.promotions(item).on(site.number(), day);
    double list = demand.prices(item).on(day);
    boolean discounted = promotion != null && !demand.pricedByPromotion(item);
    double net = sample ? 0 : list * (discounted ? 1 - promotion.discount() : 1);
    boolean shipped = order.status == Documents.Status.SHIPPED && !cancelled;
    documents.line(
        new Documents.Line(
            order.id,
            ++order.lines,
            item.id(),
            item.name(),
            Documents.units(item, steps),
            Documents.units(item, shipped ? steps : 0),
            item.uom(),
            net,
            list,
            promotion == null || sample ? null : Long.valueOf(promotion.id()),
            cancelled ? "CANCELLED" : sample ? "SAMPLE" : shipped ? "SHIPPED" : "OPEN",
            order.changedAt));
    if (shipped && !sample && dice.chance(RETURNED)) {
      long back = 1 + (long) (steps * dice.between(0.0, 0.999));
      returns
          .computeIfAbsent(returnKey(day + dice.between(3, 25), site), k -> new ArrayList<>())
          .add(new Return(item, back, order.customer, net));
    }
  }

  /** Takes the goods from the stock; what has not left by the end of history is reserved. */
  private static long ship(Stock stock, Draft order, long wanted) {
    long taken = stock.take(wanted);
    if (order.status == Documents.Status.SHIPPED) {
      stock.issue(taken);
    } else {
      stock.reserve(taken);
    }
    return taken;
  }

  private void number(Draft order, DemoSite site, int day, Dice dice) throws SQLException {
    if (order.id > 0) {
      return;
    }
    order.id = documents.order(site, false, order.customer, date(day), order.status);
    if (dice.chance(FREIGHT)) {
      order.lines++;
      documents.line(
          new Documents.Line(
              order.id,
              order.lines,
              null,
              "Freight",
              BigDecimal.ONE,
              BigDecimal.ONE,
              null,
              15,
              15,
              null,
              "OPEN",
              order.changedAt));
    }
  }

  private void takeBack(DemoSite site, int day, Dice dice) throws SQLException {
    List<Return> due = returns.remove(returnKey(day, site));
    if (due == null) {
      return;
    }
    for (Return goods : due) {
      DemoItem item = goods.item();
      warehouse.takeBack(item, site, day, goods.steps());
      long order =
          documents.order(site, true, goods.customer(), date(day), Documents.Status.SHIPPED);
      documents.line(
          new Documents.Line(
              order,
              1,
              item.id(),
              item.name(),
              Documents.units(item, goods.steps()),
              Documents.units(item, goods.steps()),
              item.uom(),
              goods.price(),
              demand.prices(item).on(day),
              null,
              "SHIPPED",
              date(day).atTime(9, 0).plusSeconds(dice.between(0, 30_000))));
    }
  }

  private int returnKey(int day, DemoSite site) {
    return day * catalogue.sites().size() + site.number();
  }

  private LocalDate date(int day) {
    return size.firstDay().plusDays(day);
  }
}
