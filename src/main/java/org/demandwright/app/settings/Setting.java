package org.demandwright.app.settings;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * One thing that an administrator can set.
 *
 * @param key the name of the property, such as {@code dw.schedule.cron}
 * @param value what counts where nothing is given; empty where something else decides then
 * @param otherwise what decides then, in words; empty where there is a value
 * @param unit of the value; empty where it has none
 * @param allowed which values may be given
 * @param meaning what it does, in one or a few sentences of Markdown
 * @param <T> what the text stands for
 */
public record Setting<T>(
    String key, String value, String otherwise, String unit, Allowed<T> allowed, String meaning) {

  /** A setting with a value of its own. */
  static <T> Setting<T> of(
      String key, String value, String unit, Allowed<T> allowed, String meaning) {
    return new Setting<>(key, value, "", unit, allowed, meaning);
  }

  /** A setting that may be left open. */
  static <T> Setting<Optional<T>> open(
      String key, String otherwise, String unit, Allowed<T> allowed, String meaning) {
    return new Setting<>(key, "", otherwise, unit, allowed.orNothing(), meaning);
  }

  /**
   * Returns what is set, or what counts otherwise; an empty text is no value.
   *
   * @throws IllegalStateException naming the key, where that is not allowed
   */
  T in(Config config) {
    String text =
        config.getOptionalValue(key, String.class).filter(given -> !given.isBlank()).orElse(value);
    try {
      return allowed.reader().apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(key + e.getMessage(), e);
    }
  }
}
