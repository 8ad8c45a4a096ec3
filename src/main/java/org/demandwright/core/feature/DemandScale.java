package org.demandwright.core.feature;

import java.util.List;

/** How much the item sells and how rough its demand is: ln(1 + level) and D ÷ level. */
public final class DemandScale implements FeatureStep {

  @Override
  public List<String> names() {
    return List.of("lnLevel", "roughness");
  }

  @Override
  public Running begin() {
    return (past, row, at) -> {
      row[at] = Math.log1p(past.level());
      row[at + 1] = past.roughness() / past.level();
    };
  }
}
