package org.demandwright.demo.generate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * On which ways goods are moved between sites: from the largest to every other one and back, and
 * the first item by the pallet.
 */
final class Lanes {
  private static final int PALLET = 48;

  private final List<DemoSite> sites;
  private final DemoItem heavy;
  private long id;

  Lanes(Catalogue catalogue) {
    sites = catalogue.sites();
    heavy = catalogue.items().get(0);
  }

  void write(Connection connection) throws SQLException {
    try (Insert rows = new Insert(connection, "transfer_lane", 7)) {
      DemoSite largest = sites.get(0);
      for (DemoSite other : sites.subList(1, sites.size())) {
        int days = 2 + other.number();
        lane(rows, largest, other, null, days);
        lane(rows, other, largest, null, days + 1);
        lane(rows, largest, other, heavy, days + 1);
      }
    }
  }

  private void lane(Insert rows, DemoSite from, DemoSite to, DemoItem item, int days)
      throws SQLException {
    id++;
    Integer pallet = item == null ? null : PALLET;
    rows.row(id, from.id(), to.id(), item == null ? null : item.id(), days, pallet, pallet);
  }
}
