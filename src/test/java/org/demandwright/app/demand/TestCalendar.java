package org.demandwright.app.demand;

import java.util.Map;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.settings.Settings;
import org.demandwright.store.Stores;
import org.demandwright.store.demand.MasterDataPages;
import org.demandwright.store.demand.PromotionStore;

/** The campaign calendar of stores. */
public final class TestCalendar {
  private TestCalendar() {}

  public static PlanPromotions of(Stores stores) {
    return new PlanPromotions(
        new PromotionStore(stores.sql()),
        new MasterDataPages(stores.sql()),
        new Clock(),
        stores.audit(),
        stores.runDays(),
        new Settings(new GivenConfig(Map.of())));
  }
}
