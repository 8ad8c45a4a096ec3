package org.demandwright.core.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * All forecasting methods of this installation, found by {@link ServiceLoader} and known by their
 * identity. A new method is registered in {@code META-INF/services} and has to pass the contract
 * test that every method of the catalog passes.
 */
public final class ModelCatalog {
  private final TreeMap<String, ForecastModel> locals;
  private final TreeMap<String, GlobalModel> globals;

  /** Collects these methods; throws if two of them share an identity. */
  public ModelCatalog(
      Collection<? extends ForecastModel> locals, Collection<? extends GlobalModel> globals) {
    this.locals = byId(locals, ForecastModel::id);
    this.globals = byId(globals, GlobalModel::id);
    for (String id : this.globals.keySet()) {
      if (this.locals.containsKey(id)) {
        throw twice(id);
      }
    }
  }

  /** Finds the methods that are installed beside this class. */
  public static ModelCatalog load() {
    ClassLoader loader = ModelCatalog.class.getClassLoader();
    return new ModelCatalog(
        ServiceLoader.load(ForecastModel.class, loader).stream()
            .map(ServiceLoader.Provider::get)
            .toList(),
        ServiceLoader.load(GlobalModel.class, loader).stream()
            .map(ServiceLoader.Provider::get)
            .toList());
  }

  /**
   * Returns this catalog with one more pooled model for every contestant of the form {@code
   * Id=scheme options}, such as {@code Tree=weka.classifiers.trees.M5P -M 20}; contestants that are
   * a bare id add nothing.
   *
   * @throws IllegalArgumentException if an id is not letters and digits, if a method has it
   *     already, or if there is no such scheme or it refuses the options
   */
  public ModelCatalog with(Collection<String> contestants) {
    List<GlobalModel> more = new ArrayList<>(globals.values());
    for (String contestant : contestants) {
      String id = idOf(contestant);
      if (!id.equals(contestant)) {
        if (!id.matches("[A-Za-z][A-Za-z0-9]*") || ids().contains(id)) {
          throw new IllegalArgumentException(
              "\"%s\": \"%s\" cannot be the id of a further model; take letters and digits that no model has yet"
                  .formatted(contestant, id));
        }
        more.add(schemes().model(id, contestant.substring(id.length() + 1)));
      }
    }
    return new ModelCatalog(locals.values(), more);
  }

  /** Returns the id of a contestant: what stands before the first equals sign, if there is one. */
  public static String idOf(String contestant) {
    int equals = contestant.indexOf('=');
    return equals < 0 ? contestant : contestant.substring(0, equals);
  }

  private static SchemeReader schemes() {
    return ServiceLoader.load(SchemeReader.class, ModelCatalog.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no SchemeReader is installed"));
  }

  /** Returns the methods that learn one series, in the order of their identities. */
  public List<ForecastModel> locals() {
    return List.copyOf(locals.values());
  }

  /** Returns the methods that learn all series at once, in the order of their identities. */
  public List<GlobalModel> globals() {
    return List.copyOf(globals.values());
  }

  /** Returns the identities of all methods, sorted. */
  public Collection<String> ids() {
    TreeSet<String> ids = new TreeSet<>(locals.keySet());
    ids.addAll(globals.keySet());
    return Collections.unmodifiableSet(ids);
  }

  /** Returns whether {@code id} learns all series at once; throws if it is not known at all. */
  public boolean isGlobal(String id) {
    if (!globals.containsKey(id)) {
      local(id);
      return false;
    }
    return true;
  }

  /** Returns the method that learns one series; throws, naming the known ones, if there is none. */
  public ForecastModel local(String id) {
    return known(id, locals, "local");
  }

  /** Returns the method that learns all series; throws, naming the known ones, if there is none. */
  public GlobalModel global(String id) {
    return known(id, globals, "global");
  }

  private static <M> M known(String id, TreeMap<String, M> models, String scope) {
    M model = models.get(id);
    if (model == null) {
      throw new IllegalArgumentException(
          "no " + scope + " model \"" + id + "\"; known are " + String.join(", ", models.keySet()));
    }
    return model;
  }

  private static <M> TreeMap<String, M> byId(
      Collection<? extends M> models, Function<M, String> id) {
    TreeMap<String, M> byId = new TreeMap<>();
    for (M model : models) {
      if (byId.put(id.apply(model), model) != null) {
        throw twice(id.apply(model));
      }
    }
    return byId;
  }

  private static IllegalStateException twice(String id) {
    return new IllegalStateException(
        "two models are called \"" + id + "\"; give one of them another id");
  }
}
