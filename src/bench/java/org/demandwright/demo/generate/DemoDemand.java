package org.demandwright.demo.generate;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.demandwright.core.demand.EventDays;
import org.demandwright.erp.SqlScript;

/**
 * What customers of the demo wanted of each item at each site, day by day, whether it was there or
 * not, with the terms on which it is bought and the reorder rules as they stood on each day: the
 * demo is generated once more into a database in memory, and each evening is written down.
 */
public final class DemoDemand {
  private DemoDemand() {}

  /**
   * An item at a site.
   *
   * @param wanted steps on each day
   * @param minimums of its reorder rule on each day, steps
   * @param maximums likewise
   * @param leadDays lead times that occur, each as likely as the others
   * @param orderDays of its vendor; empty = every day
   */
  public record Place(
      DemoItem item,
      DemoSite site,
      long[] wanted,
      long[] minimums,
      long[] maximums,
      Map<Integer, Double> leadDays,
      TreeSet<DayOfWeek> orderDays,
      List<PricePlan.Price> prices,
      List<PromotionPlan.Promotion> promotions) {}

  /** Returns all places of a demo of this size. */
  public static List<Place> of(DemoSize size) throws SQLException {
    try (Connection connection =
        DriverManager.getConnection("jdbc:h2:mem:demand" + size.seed() + ";DB_CLOSE_DELAY=0")) {
      connection.setAutoCommit(false);
      SqlScript.of("sql/demo/schema.sql").run(connection);
      Catalogue catalogue = Catalogue.of(size);
      DemandProcess demand = new DemandProcess(size, catalogue);
      new MasterData(size, catalogue, demand).write(connection);
      try (Documents documents = new Documents(connection, 0, 0, 0)) {
        Warehouse warehouse = new Warehouse(size, catalogue, demand, documents);
        OrderBook orders = new OrderBook(size, catalogue, demand, warehouse, documents);
        List<Place> places = places(size, catalogue, demand);
        for (int day = 0; day < size.days(); day++) {
          warehouse.morning(day);
          for (Place p : places) {
            Stock stock = warehouse.stock(p.item(), p.site());
            p.minimums()[day] = stock.minimum();
            p.maximums()[day] = stock.maximum();
          }
          orders.trade(day);
          warehouse.evening(day);
          for (Place p : places) {
            p.wanted()[day] = warehouse.stock(p.item(), p.site()).wanted();
          }
        }
        places.forEach(p -> differences(p.wanted()));
        return places;
      }
    }
  }

  private static List<Place> places(DemoSize size, Catalogue catalogue, DemandProcess demand) {
    Sourcing sourcing = new Sourcing(size, catalogue);
    List<Place> places = new ArrayList<>();
    for (DemoItem item : catalogue.items()) {
      Map<Integer, Double> leads = new TreeMap<>();
      for (int late = -1; late <= 4; late++) {
        leads.merge(Math.max(1, item.leadTimeDays() + late), 1.0, Double::sum);
      }
      TreeSet<DayOfWeek> days = new TreeSet<>();
      String told = sourcing.conditions(item.vendor()).orderDays();
      for (char digit : told == null ? new char[0] : told.toCharArray()) {
        days.add(DayOfWeek.of(digit - '0'));
      }
      for (DemoSite site : catalogue.sites()) {
        places.add(
            new Place(
                item,
                site,
                new long[size.days()],
                new long[size.days()],
                new long[size.days()],
                leads,
                days,
                demand.prices(item).prices(),
                demand.promotions(item).promotions().stream()
                    .filter(p -> p.site() < 0 || p.site() == site.number())
                    .toList()));
      }
    }
    return places;
  }

  private static void differences(long[] sums) {
    for (int day = sums.length - 1; day > 0; day--) {
      sums[day] -= sums[day - 1];
    }
  }

  /** Returns the calendar of the demo as an ERP keeps it, days in a row as one occasion. */
  public static List<EventDays> events(LocalDate first, LocalDate last) {
    List<EventDays> events = new ArrayList<>();
    for (Events.Entry entry : Events.calendar(first, last)) {
      EventDays before = events.isEmpty() ? null : events.get(events.size() - 1);
      if (before != null
          && before.name().equals(entry.name())
          && before.last().plusDays(1).equals(entry.day())) {
        events.set(events.size() - 1, new EventDays(entry.name(), before.first(), entry.day()));
      } else {
        events.add(EventDays.of(entry.name(), entry.day()));
      }
    }
    return events;
  }
}
