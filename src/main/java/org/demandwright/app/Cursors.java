package org.demandwright.app;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;

/** Opaque page cursors: callers hand them back as they came. */
public final class Cursors {
  /** From the year 1 on, and as far ahead: what every database takes. */
  private static final long MOST_DAYS = 719_162;

  private static final int MOST_DIGITS = 40;

  private Cursors() {}

  public static String of(long... position) {
    StringBuilder text = new StringBuilder();
    for (long p : position) {
      text.append(text.isEmpty() ? "" : ":").append(p);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** Returns the cursor of a place that texts name. */
  public static String ofTexts(String... position) {
    StringBuilder text = new StringBuilder();
    for (String part : position) {
      text.append(text.isEmpty() ? "" : ".")
          .append('t')
          .append(
              Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(part.getBytes(StandardCharsets.UTF_8)));
    }
    return text.toString();
  }

  /** Returns the texts of a cursor that {@link #ofTexts} made. */
  public static String[] texts(String cursor, int count) {
    String[] parts = cursor.split("\\.", -1);
    try {
      if (parts.length == count && Arrays.stream(parts).allMatch(part -> part.startsWith("t"))) {
        return Arrays.stream(parts)
            .map(part -> Base64.getUrlDecoder().decode(part.substring(1)))
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .toArray(String[]::new);
      }
    } catch (IllegalArgumentException e) {
      // told below, like a cursor of another list
    }
    throw notOurs(cursor);
  }

  public static long number(String cursor) {
    return numbers(cursor, 1)[0];
  }

  public static long[] numbers(String cursor, int count) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      long[] position = Arrays.stream(text.split(":")).mapToLong(Long::parseLong).toArray();
      if (position.length == count) {
        return position;
      }
    } catch (IllegalArgumentException e) {
      // told below, like a cursor of another list
    }
    throw notOurs(cursor);
  }

  /** Returns the day of a number that {@link LocalDate#toEpochDay()} gave a cursor. */
  public static LocalDate day(long number) {
    if (number < -MOST_DAYS || number > MOST_DAYS) {
      throw notOurs(Long.toString(number));
    }
    return LocalDate.ofEpochDay(number);
  }

  /** Returns the day that a text of a cursor says. */
  public static LocalDate day(String text) {
    try {
      return day(LocalDate.parse(text).toEpochDay());
    } catch (DateTimeParseException e) {
      throw notOurs(text);
    }
  }

  /** Returns the decimal that a text of a cursor says. */
  public static BigDecimal decimal(String text) {
    try {
      BigDecimal decimal = new BigDecimal(text);
      if (decimal.precision() <= MOST_DIGITS && Math.abs(decimal.scale()) <= MOST_DIGITS) {
        return decimal;
      }
    } catch (NumberFormatException e) {
      // told below, like a cursor of another list
    }
    throw notOurs(text);
  }

  /** Returns the whole number that a text of a cursor says. */
  public static long whole(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw notOurs(text);
    }
  }

  private static Refused notOurs(String cursor) {
    return new Refused(
        Refused.Kind.INVALID,
        "The cursor '" + cursor + "' is none of this list; use the one that the last page gave.");
  }
}
