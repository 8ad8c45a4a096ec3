package org.demandwright.app.source;

import java.util.Map;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.settings.Settings;
import org.demandwright.erp.ErpSource;
import org.demandwright.store.Stores;
import org.demandwright.store.source.ErasureStore;
import org.demandwright.store.source.PushedLineStore;
import org.demandwright.store.source.SourceStore;

/** Sources without a server. */
public final class TestSources {
  private TestSources() {}

  /** Returns an ERP alone. */
  public static DemandSources of(Stores stores, ErpSource erp) {
    return sources(stores, erp, erp, Map.of());
  }

  /** Returns two ERPs, of which the second is called {@code old}. */
  public static DemandSources of(Stores stores, ErpSource erp, ErpSource second) {
    DemandSources sources =
        sources(
            stores, erp, second, Map.of("dw.erp2.url", "jdbc:h2:mem:old", "dw.erp2.name", "old"));
    sources.followSettings();
    return sources;
  }

  /** Returns who keeps customers erased. */
  public static ErasedCustomers erased(ErasureStore erasures) {
    return new ErasedCustomers(erasures);
  }

  private static DemandSources sources(
      Stores stores, ErpSource erp, ErpSource second, Map<String, String> settings) {
    return new DemandSources(
        new SourceStore(stores.sql()),
        erp,
        database -> second,
        new PushedLineStore(stores.sql()),
        new Settings(new GivenConfig(settings)),
        new ErasedCustomers(new ErasureStore(stores.sql())));
  }
}
