package org.demandwright.core.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demandwright.core.model.ForecastModel;
import org.demandwright.core.model.GlobalModel;

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

  /** Picks the models with these ids; throws on an id that no model has. */
  static Contestants of(List<String> ids, List<ForecastModel> local, List<GlobalModel> global) {
    Map<String, ForecastModel> locals = new LinkedHashMap<>();
    local.forEach(m -> locals.put(m.id(), m));
    Map<String, GlobalModel> globals = new LinkedHashMap<>();
    global.forEach(m -> globals.put(m.id(), m));
    for (String id : ids) {
      if (!locals.containsKey(id) && !globals.containsKey(id)) {
        List<String> known = new ArrayList<>(locals.keySet());
        known.addAll(globals.keySet());
        throw new IllegalArgumentException("there is no model " + id + "; there are " + known);
      }
    }
    locals.keySet().retainAll(ids);
    globals.keySet().retainAll(ids);
    return new Contestants(ids, locals, globals);
  }

  /** Returns whether a model is a learned one and not a simple method. */
  boolean learned(String id) {
    return global.containsKey(id) || LEARNED_LOCALLY.contains(id);
  }
}
