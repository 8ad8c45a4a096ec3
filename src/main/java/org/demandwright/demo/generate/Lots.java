package org.demandwright.demo.generate;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Of which deliveries the stock of an item at a site is, the oldest being sold first. What lies
 * there longer than any delivery (the opening stock, goods that came back) is of no lot.
 */
final class Lots {
  private final DemoSize size;
  private final List<Delivery> deliveries = new ArrayList<>();

  private record Delivery(LocalDate day, long line, long steps) {}

  Lots(DemoSize size) {
    this.size = size;
  }

  void receive(LocalDate day, long line, long steps) {
    deliveries.add(new Delivery(day, line, steps));
  }

  void write(Insert rows, Stock stock) throws SQLException {
    if (stock.item.shelfLifeDays() == null) {
      return;
    }
    long left = stock.onHand();
    for (int i = deliveries.size() - 1; i >= 0 && left > 0; i--) {
      Delivery delivery = deliveries.get(i);
      long steps = Math.min(left, delivery.steps());
      left -= steps;
      rows.row(
          stock.item.id(),
          stock.site.id(),
          name(delivery.line(), delivery.day()),
          Documents.units(stock.item, steps),
          expiry(stock.item, delivery));
    }
  }

  static String name(long line, LocalDate day) {
    return "L" + line + "-" + day.toString().replace("-", "");
  }

  /** Up to a tenth of the shelf life has passed when the goods come. */
  private LocalDate expiry(DemoItem item, Delivery delivery) {
    int life = item.shelfLifeDays();
    Dice dice = Dice.of(size.seed(), "lot", delivery.line());
    return delivery.day().plusDays(life - dice.between(0, life / 10));
  }
}
