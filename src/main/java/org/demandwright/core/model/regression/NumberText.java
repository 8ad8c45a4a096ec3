package org.demandwright.core.model.regression;

import java.util.StringJoiner;

/**
 * Numbers as one line of text, separated by single blanks. They are written by {@link
 * Double#toString(double)}, which reads back to the same bits.
 */
public final class NumberText {
  private NumberText() {}

  public static String of(double... numbers) {
    StringJoiner joined = new StringJoiner(" ");
    for (double number : numbers) {
      joined.add(Double.toString(number));
    }
    return joined.toString();
  }

  /** Reads what {@link #of} wrote; throws on a word that is no number. */
  public static double[] parse(String text) {
    String[] words = text.isEmpty() ? new String[0] : text.split(" ", -1);
    double[] numbers = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = Double.parseDouble(words[i]);
    }
    return numbers;
  }
}
