package org.demandwright.app.intake;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.demandwright.store.source.PushedLine;

/**
 * One line of a push as it came: readable, or with what is wrong in it.
 *
 * @param row its place in the push, counted from 1
 * @param line null where it could not be read
 * @param field what is wrong, empty where the whole line is
 * @param wrong a sentence, null where it could be read
 */
public record PushedRow(int row, PushedLine line, String field, String wrong) {
  public PushedRow {
    if ((line == null) == (wrong == null)) {
      throw new IllegalArgumentException("a row is either a line or wrong");
    }
    Objects.requireNonNull(field, "field");
  }

  /** Returns the row with its customer called as customers are called by now. */
  PushedRow named(UnaryOperator<String> names) {
    String name = names.apply(line.customerId());
    return Objects.equals(name, line.customerId())
        ? this
        : new PushedRow(row, line.ofCustomer(name), field, wrong);
  }
}
