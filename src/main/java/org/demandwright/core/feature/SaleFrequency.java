package org.demandwright.core.feature;

import java.util.List;
import org.demandwright.core.explain.Drivers;

/** How often the item sells: shares of periods with demand in 8, 26 and 52, and the time since. */
public final class SaleFrequency implements FeatureStep {

  @Override
  public List<String> names() {
    return List.of("share8", "share26", "share52", "recency");
  }

  @Override
  public String driverOf(String feature) {
    return Drivers.SALE_FREQUENCY;
  }

  @Override
  public Running begin() {
    return (past, row, at) -> {
      row[at] = past.saleShare(8);
      row[at + 1] = past.saleShare(26);
      row[at + 2] = past.saleShare(52);
      row[at + 3] = Math.log1p(past.periodsSinceSale());
    };
  }
}
