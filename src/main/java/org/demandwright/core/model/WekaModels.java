package org.demandwright.core.model;

import java.util.Arrays;
import java.util.List;

/** Reads further pooled models, tried before they are used. */
public final class WekaModels {
  private WekaModels() {}

  /**
   * Returns the entries {@code Id=scheme options}, which are separated by commas.
   *
   * @throws IllegalArgumentException if an entry has another form, if its id is taken, or if there
   *     is no such scheme or it refuses the options; the message goes on behind the name of what
   *     was read
   */
  public static List<String> parse(String text) {
    List<String> models =
        text.isBlank() ? List.of() : Arrays.stream(text.split(",")).map(String::trim).toList();
    for (String model : models) {
      if (ModelCatalog.idOf(model).equals(model)) {
        throw new IllegalArgumentException(
            ": \"" + model + "\" has not the form Id=scheme options");
      }
    }
    try {
      ModelCatalog.load().with(models);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(": " + e.getMessage(), e);
    }
    return models;
  }
}
