package org.demandwright.demo.generate;

import java.util.ArrayList;
import java.util.List;

/** What one item has on hand at one site, in the item's smallest steps, and what is on its way. */
final class Stock {
  final DemoItem item;
  final DemoSite site;
  final double cover;
  final Lots lots;
  private final List<Arrival> arrivals = new ArrayList<>();
  private long free;
  private long reserved;
  private long issuedToday;
  private long onOrder;
  private long lost;
  private long wanted;
  private long minimum;
  private long maximum;

  /** Goods that come on a day. */
  record Arrival(int day, long steps, Purchases.Line line) {}

  Stock(DemoItem item, DemoSite site, double cover, Lots lots) {
    this.item = item;
    this.site = site;
    this.cover = cover;
    this.lots = lots;
  }

  /** Sets the reorder rule from what is planned to be sold a day. */
  void plan(double stepsPerDay, double daysBetweenOrders) {
    double lead = stepsPerDay * (item.leadTimeDays() + 2) * cover;
    minimum = (long) Math.ceil(Math.max(lead, item.stepsPerLine() * 2 * cover));
    maximum =
        minimum
            + (long)
                Math.ceil(
                    Math.max(stepsPerDay * daysBetweenOrders, Math.max(2, item.minimumSteps())));
  }

  long open() {
    free = maximum;
    return free;
  }

  /** Takes what there is of the wanted steps; the rest of the demand is lost. */
  long take(long wanted) {
    long taken = Math.min(wanted, free);
    free -= taken;
    lost += wanted - taken;
    this.wanted += wanted;
    return taken;
  }

  void issue(long steps) {
    issuedToday += steps;
  }

  /** Keeps steps that were taken for an order which has not left yet. */
  void reserve(long steps) {
    reserved += steps;
  }

  void receive(long steps) {
    free += steps;
  }

  void arriveOn(Arrival arrival) {
    arrivals.add(arrival);
    onOrder += arrival.steps();
  }

  /** Returns the arrivals of a day and no longer expects them. */
  List<Arrival> arrivalsOn(int day) {
    if (arrivals.isEmpty()) {
      return List.of();
    }
    List<Arrival> due = arrivals.stream().filter(a -> a.day() == day).toList();
    arrivals.removeAll(due);
    due.forEach(a -> onOrder -= a.steps());
    return due;
  }

  /** Returns the steps that left today and begins a new day. */
  long endDay() {
    long issued = issuedToday;
    issuedToday = 0;
    return issued;
  }

  /** Returns the steps to order, 0 while the position is above the minimum. */
  long shortage() {
    if (free + onOrder > minimum) {
      return 0;
    }
    long wanted = Math.max(item.minimumSteps(), maximum - free - onOrder);
    long multiple = item.multipleSteps();
    return (wanted + multiple - 1) / multiple * multiple;
  }

  /** Returns what lies in the house, the goods that left today no longer among it. */
  long onHand() {
    return free + reserved;
  }

  long reserved() {
    return reserved;
  }

  long lost() {
    return lost;
  }

  /** Returns what customers wanted so far, whether it was there or not. */
  long wanted() {
    return wanted;
  }

  long minimum() {
    return minimum;
  }

  long maximum() {
    return maximum;
  }
}
