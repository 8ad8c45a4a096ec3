package org.demandwright.core.pipeline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.GlobalModel;
import org.demandwright.core.model.ModelCatalog;

/**
 * The models that compete.
 *
 * @param ids of all, in the order in which ties are broken
 * @param local models that learn one series each, by id
 * @param global models that are trained over all series, by id
 */
record Contestants(
    List<String> ids, Map<String, ForecastModel> local, Map<String, GlobalModel> global) {
  /** Local models that learn by regression or as a neural network. */
  private static final Set<String> LEARNED_LOCALLY = Set.of("WekaLinear", "WekaPerceptron");

  Contestants {
    ids = List.copyOf(ids);
    local = Map.copyOf(local);
    global = Map.copyOf(global);
  }

  /** Picks the models that the options name; throws on an id that no model has. */
  static Contestants of(EngineOptions options, ModelCatalog catalog) {
    boolean everything = !options.without().contains(EnginePart.GLOBAL_MODELS);
    List<String> ids =
        options.models().stream()
            .map(ModelCatalog::idOf)
            .filter(id -> everything || !catalog.isGlobal(id))
            .toList();
    return new Contestants(
        ids,
        ids.stream()
            .filter(id -> !catalog.isGlobal(id))
            .collect(Collectors.toMap(Function.identity(), catalog::local)),
        ids.stream()
            .filter(catalog::isGlobal)
            .collect(Collectors.toMap(Function.identity(), catalog::global)));
  }

  /** Returns the ids of those that learn one series. */
  List<String> localIds() {
    return ids.stream().filter(local::containsKey).toList();
  }

  /** Returns whether a model is a learned one and not a simple method. */
  boolean learned(String id) {
    return global.containsKey(id) || LEARNED_LOCALLY.contains(id);
  }
}
