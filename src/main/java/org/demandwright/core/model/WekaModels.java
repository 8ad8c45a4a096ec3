package org.demandwright.core.model;

import java.util.Arrays;
import java.util.List;

/** Reads the setting {@code dw.models.weka}: further pooled models, tried before they are used. */
public final class WekaModels {
  private static final String SETTING = "dw.models.weka: ";

  private WekaModels() {}

  /**
   * Returns the entries {@code Id=scheme options}, which are separated by commas.
   *
   * @throws IllegalStateException naming the setting, if an entry has another form, if its id is
   *     taken, or if there is no such scheme or it refuses the options
   */
  public static List<String> parse(String text) {
    List<String> models =
        text.isBlank() ? List.of() : Arrays.stream(text.split(",")).map(String::trim).toList();
    for (String model : models) {
      if (ModelCatalog.idOf(model).equals(model)) {
        throw new IllegalStateException(
            SETTING + "\"" + model + "\" has not the form Id=scheme options");
      }
    }
    try {
      ModelCatalog.load().with(models);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(SETTING + e.getMessage(), e);
    }
    return models;
  }
}
