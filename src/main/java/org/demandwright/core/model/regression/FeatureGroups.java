package org.demandwright.core.model.regression;

import java.util.List;

/**
 * Which features an explanation counts together.
 *
 * @param drivers the groups' names, each once
 * @param group for each feature the index of its group; shared, nobody may write to it
 */
public record FeatureGroups(List<String> drivers, int[] group) {

  public FeatureGroups {
    drivers = List.copyOf(drivers);
  }

  /** Returns the groups of features that have these drivers. */
  public static FeatureGroups of(List<String> driverOfFeature) {
    List<String> drivers = driverOfFeature.stream().distinct().toList();
    return new FeatureGroups(
        drivers, driverOfFeature.stream().mapToInt(drivers::indexOf).toArray());
  }

  public int size() {
    return drivers.size();
  }
}
