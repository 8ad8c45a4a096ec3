package org.demandwright.rest.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One kind of single value that callers send: the one place where its text is read, whether it
 * stands in the query, the path, a header or a body.
 *
 * @param allowed what may stand there, as the end of the sentence "allowed: "
 * @param parse throws an {@link IllegalArgumentException} or a {@link DateTimeException}
 */
record Scalar<T>(String allowed, Function<String, T> parse) {
  /** Decimals of more digits are no quantity of anything. */
  private static final int MOST_DIGITS = 40;

  /** No history begins earlier, and no plan reaches further. */
  static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

  static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

  private static final Map<Class<?>, Scalar<?>> KINDS =
      Map.of(
          String.class, new Scalar<>("a text", Function.identity()),
          Long.class, new Scalar<>("a whole number", Long::valueOf),
          Integer.class, new Scalar<>("a whole number", Integer::valueOf),
          Boolean.class, new Scalar<>("true, false", Scalar::flag),
          BigDecimal.class, new Scalar<>("a number such as 120 or -3.5", Scalar::decimal),
          LocalDate.class, new Scalar<>("a day from 1900 to 2199 such as 2027-07-01", Scalar::day),
          Instant.class,
              new Scalar<>(
                  "an instant with its offset such as 2026-11-01T02:00:00Z (write + as %2B)",
                  Scalar::instant));

  private static final Map<Class<?>, Class<?>> BOXES =
      Map.of(long.class, Long.class, int.class, Integer.class, boolean.class, Boolean.class);

  /** Returns the kind of a type; empty where it is none of a single value. */
  @SuppressWarnings("unchecked")
  static <T> Optional<Scalar<T>> of(Class<T> type) {
    Class<?> box = BOXES.getOrDefault(type, type);
    if (box.isEnum()) {
      return Optional.of((Scalar<T>) oneOf(box));
    }
    return Optional.ofNullable((Scalar<T>) KINDS.get(box));
  }

  /** Reads a text; empty where it cannot be one of this kind. */
  Optional<T> read(String text) {
    try {
      return Optional.of(parse.apply(text));
    } catch (IllegalArgumentException | DateTimeException notOne) {
      return Optional.empty();
    }
  }

  /** Returns the word by which callers know a constant. */
  static String wordOf(Object constant) {
    return constant instanceof Word known ? known.word() : ((Enum<?>) constant).name();
  }

  private static Scalar<?> oneOf(Class<?> type) {
    Map<String, Object> words =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(Scalar::wordOf, word -> word));
    String allowed =
        Arrays.stream(type.getEnumConstants())
            .map(Scalar::wordOf)
            .collect(Collectors.joining(", "));
    return new Scalar<>(
        allowed,
        text -> Optional.ofNullable(words.get(text)).orElseThrow(IllegalArgumentException::new));
  }

  private static Boolean flag(String text) {
    return switch (text) {
      case "true" -> Boolean.TRUE;
      case "false" -> Boolean.FALSE;
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static BigDecimal decimal(String text) {
    if (text.length() > MOST_DIGITS) {
      throw new IllegalArgumentException("too long");
    }
    BigDecimal value = new BigDecimal(text);
    if (Math.abs((long) value.scale()) > MOST_DIGITS) {
      throw new IllegalArgumentException("too far from 1");
    }
    return value;
  }

  private static LocalDate day(String text) {
    return within(LocalDate.parse(text));
  }

  private static LocalDate within(LocalDate day) {
    if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
      throw new IllegalArgumentException("no day of a plan");
    }
    return day;
  }

  private static Instant instant(String text) {
    Instant instant = OffsetDateTime.parse(text).toInstant();
    within(instant.atOffset(ZoneOffset.UTC).toLocalDate());
    return instant;
  }
}
