package org.demandwright.core.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Reads a list of contestants, separated by commas. */
public final class ModelNames {
  private ModelNames() {}

  /**
   * Returns the names.
   *
   * @throws IllegalArgumentException if there is no such model; the message goes on behind the name
   *     of what was read
   */
  public static List<String> parse(String text) {
    List<String> ids = Arrays.stream(text.split(",")).map(String::trim).toList();
    Collection<String> known;
    try {
      known = ModelCatalog.load().with(ids).ids();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(": " + e.getMessage(), e);
    }
    for (String id : ids) {
      if (!known.contains(ModelCatalog.idOf(id))) {
        throw new IllegalArgumentException(" names '" + id + "'; there are " + known);
      }
    }
    return ids;
  }
}
