package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * Values of policies as texts: numbers with a decimal point, enums by their names, a service level
 * as its kind and level, such as {@code FILL_RATE 0.95}.
 */
public final class PolicyTexts {
  private PolicyTexts() {}

  /** Returns the text of a value. */
  public static String text(Object value) {
    if (value instanceof ServiceTarget target) {
      return target.kind() + " " + BigDecimal.valueOf(target.level()).toPlainString();
    }
    return value instanceof BigDecimal amount
        ? amount.stripTrailingZeros().toPlainString()
        : value instanceof Double number
            ? BigDecimal.valueOf(number).toPlainString()
            : String.valueOf(value);
  }

  private static <T> T value(PolicyField<T> field, String text) {
    String said = text.strip();
    Object value;
    if (field.type() == ServiceTarget.class) {
      String[] parts = said.split("\\s+");
      if (parts.length != 2) {
        throw new IllegalArgumentException(
            "'%s'; write a kind and a level, such as FILL_RATE 0.95".formatted(text));
      }
      value =
          new ServiceTarget(
              ServiceTarget.Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)),
              Double.parseDouble(parts[1]));
    } else if (field.type() == StockPolicy.class) {
      value = StockPolicy.valueOf(said.toUpperCase(Locale.ROOT));
    } else if (field.type() == Integer.class) {
      value = Integer.valueOf(said);
    } else if (field.type() == BigDecimal.class) {
      value = new BigDecimal(said);
    } else {
      value = Double.valueOf(said);
    }
    return field.type().cast(value);
  }

  /**
   * Returns what says this, too.
   *
   * @param name of the field
   * @throws IllegalArgumentException if there is no such field, or the text says no value of it
   */
  public static PolicyValues said(PolicyValues values, String name, String text) {
    PolicyField<?> field =
        PolicyField.all().stream()
            .filter(f -> f.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no '%s'; there are %s".formatted(name, PolicyField.all())));
    return with(values, field, text);
  }

  private static <T> PolicyValues with(PolicyValues values, PolicyField<T> field, String text) {
    try {
      return values.with(field, value(field, text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("%s is '%s', no number".formatted(field, text), e);
    }
  }
}
