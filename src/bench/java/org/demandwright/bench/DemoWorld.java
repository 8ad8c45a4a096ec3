package org.demandwright.bench;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.decide.CostTerms;
import org.demandwright.core.decide.DayDistribution;
import org.demandwright.core.decide.OpenDays;
import org.demandwright.core.decide.OrderTerms;
import org.demandwright.core.decide.SupplyDays;
import org.demandwright.core.decide.simulate.DailyDemand;
import org.demandwright.core.decide.simulate.MinMaxOrders;
import org.demandwright.core.demand.EventCalendar;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.Price;
import org.demandwright.core.demand.Promotion;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.demo.generate.DemoDemand;
import org.demandwright.demo.generate.DemoSize;

/** The demo ERP, with what its customers wanted, and not what they got. */
final class DemoWorld {
  private static final LocalDate TUNE = LocalDate.of(2024, 9, 30);
  private static final LocalDate TEST = LocalDate.of(2025, 3, 31);
  private static final LocalDate END = LocalDate.of(2025, 12, 29);
  private static final double HOLDING = 0.25;
  private static final double ORDERING = 15;
  private static final int DAYS = 1096;

  private DemoWorld() {}

  static SimulatedWorld of(int items) throws SQLException {
    return of(items, 0);
  }

  /**
   * @param other 0 = the demo as it is; else a demo of other items and demand
   */
  static SimulatedWorld of(int items, int other) throws SQLException {
    DemoSize full = DemoSize.full();
    DemoSize size =
        new DemoSize(
            items,
            full.sites(),
            DAYS,
            Math.max(DAYS, full.lines() / full.items() * items),
            full.lastDay(),
            full.seed() + other);
    List<SimulatedItem> places = new ArrayList<>();
    for (DemoDemand.Place place : DemoDemand.of(size)) {
      SimulatedItem item = item(size, place);
      if (place.item().onSale(TUNE) && item.units(size.firstDay(), TUNE.minusWeeks(8)) > 0) {
        places.add(item);
      }
    }
    return new SimulatedWorld(
        other == 0 ? "demo" : "demo+" + other,
        "demand as customers wanted it, lead times, order days, minimums and multiples of the demo; holding %s a year of the purchase price, %s an order line, list price less purchase price a missing unit"
            .formatted(HOLDING, ORDERING),
        TUNE,
        TEST,
        END,
        EventCalendar.of(DemoDemand.events(size.firstDay(), size.lastDay().plusDays(90))),
        places);
  }

  private static SimulatedItem item(DemoSize size, DemoDemand.Place place) {
    BigDecimal unit = place.item().step() == 1 ? BigDecimal.ONE : new BigDecimal("0.5");
    BigDecimal multiple = unit.multiply(BigDecimal.valueOf(place.item().multipleSteps()));
    ItemKey key = new ItemKey("DW", place.item().id());
    List<Price> prices = new ArrayList<>();
    place
        .prices()
        .forEach(
            p ->
                prices.add(
                    new Price(
                        "p" + prices.size(),
                        key,
                        null,
                        p.from(),
                        p.to(),
                        BigDecimal.valueOf(p.price()),
                        "CNY")));
    return new SimulatedItem(
        new SeriesKey("DW", place.item().id(), place.site().id(), ""),
        place.item().vendor().id(),
        place.item().category().name(),
        DailyDemand.of(size.firstDay(), place.wanted()),
        new CostTerms(
            place.item().purchasePrice(),
            HOLDING,
            ORDERING,
            Optional.of(place.item().listPrice() - place.item().purchasePrice())),
        new OrderTerms(
            unit,
            unit.multiply(BigDecimal.valueOf(place.item().minimumSteps())),
            multiple,
            multiple,
            Optional.empty()),
        DayDistribution.of(place.leadDays()),
        SupplyDays.of(OpenDays.ALL, OpenDays.ALL, place.orderDays(), List.of()),
        Optional.of(
            day -> {
              int at = (int) ChronoUnit.DAYS.between(size.firstDay(), day);
              return new MinMaxOrders.Levels(
                  unit.multiply(BigDecimal.valueOf(place.minimums()[at])),
                  unit.multiply(BigDecimal.valueOf(place.maximums()[at])));
            }),
        prices,
        place.promotions().stream()
            .map(p -> new Promotion("x" + p.id(), key, null, p.from(), p.to()))
            .toList());
  }
}
