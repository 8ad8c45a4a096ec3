package org.demandwright.file;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What somebody says about the form of a file; the rest is found out.
 *
 * @param encoding of a text file, such as {@code windows-1252}
 * @param delimiter of a text file
 * @param sheet of a workbook, by its name
 * @param headerLine line or row of the header, from 1
 * @param numbers of cells that are text
 * @param dates of cells that are text
 * @param answers to the questions that a file raised beside these, by {@link FileQuestion#key}
 */
public record FormatWishes(
    Optional<String> encoding,
    Optional<Character> delimiter,
    Optional<String> sheet,
    Optional<Integer> headerLine,
    Optional<NumberForm> numbers,
    Optional<DateForm> dates,
    Map<String, String> answers) {
  private static final FormatWishes NONE =
      new FormatWishes(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Says something of the form and answers no question. */
  public FormatWishes(
      Optional<String> encoding,
      Optional<Character> delimiter,
      Optional<String> sheet,
      Optional<Integer> headerLine,
      Optional<NumberForm> numbers,
      Optional<DateForm> dates) {
    this(encoding, delimiter, sheet, headerLine, numbers, dates, Map.of());
  }

  public FormatWishes {
    Objects.requireNonNull(encoding, "encoding");
    Objects.requireNonNull(delimiter, "delimiter");
    Objects.requireNonNull(sheet, "sheet");
    Objects.requireNonNull(headerLine, "headerLine");
    Objects.requireNonNull(numbers, "numbers");
    Objects.requireNonNull(dates, "dates");
    answers = Map.copyOf(answers);
    if (headerLine.isPresent() && headerLine.get() < 1) {
      throw new IllegalArgumentException(
          "the header cannot be in line " + headerLine.get() + "; lines are counted from 1");
    }
  }

  /** Returns no wishes. */
  public static FormatWishes none() {
    return NONE;
  }

  /** Returns the wish for the form of numbers alone. */
  public static FormatWishes numbers(NumberForm form) {
    return new FormatWishes(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(form),
        Optional.empty());
  }

  /** Returns these wishes and the answer to one more question. */
  public FormatWishes answering(String key, String answer) {
    return new FormatWishes(
        encoding, delimiter, sheet, headerLine, numbers, dates, both(Map.of(key, answer), answers));
  }

  /** Returns what was answered to a question. */
  public Optional<String> answer(String key) {
    return Optional.ofNullable(answers.get(key));
  }

  private static Map<String, String> both(Map<String, String> first, Map<String, String> second) {
    Map<String, String> both = new TreeMap<>(second);
    both.putAll(first);
    return both;
  }

  /**
   * Returns whether they say where the cells are or in which zone, and not only how to read them.
   */
  public boolean saysLayout() {
    return answers.containsKey("zone")
        || encoding.isPresent()
        || delimiter.isPresent()
        || sheet.isPresent()
        || headerLine.isPresent();
  }

  /** Returns these wishes, and those of another where these say nothing. */
  public FormatWishes or(FormatWishes other) {
    return new FormatWishes(
        encoding.or(other::encoding),
        delimiter.or(other::delimiter),
        sheet.or(other::sheet),
        headerLine.or(other::headerLine),
        numbers.or(other::numbers),
        dates.or(other::dates),
        both(answers, other.answers));
  }
}
