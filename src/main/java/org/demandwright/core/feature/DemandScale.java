package org.demandwright.core.feature;

import java.util.List;
import org.demandwright.core.explain.Drivers;

/** How much the item sells and how rough its demand is: ln(1 + level) and D ÷ level. */
public final class DemandScale implements FeatureStep {

  @Override
  public List<String> names() {
    return List.of("lnLevel", "roughness");
  }

  @Override
  public String driverOf(String feature) {
    return feature.equals("roughness") ? Drivers.ROUGHNESS : Drivers.ITEM_SIZE;
  }

  @Override
  public Running begin() {
    return (past, row, at) -> {
      row[at] = Math.log1p(past.level());
      row[at + 1] = past.roughness() / past.level();
    };
  }
}
