package org.demandwright.store.sql;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;

/** Rows in the text form of PostgreSQL's COPY: values divided by tabs, null as {@code \\N}. */
public final class CopyText {
  private static final int CHARACTERS_A_ROW = 200;

  private CopyText() {}

  /** Returns the rows, in UTF-8. */
  public static byte[] of(List<Object[]> rows) {
    StringBuilder text = new StringBuilder(rows.size() * CHARACTERS_A_ROW);
    for (Object[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        append(text, row[i]);
        text.append(i < row.length - 1 ? '\t' : '\n');
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void append(StringBuilder text, Object value) {
    if (value == null) {
      text.append("\\N");
    } else if (value instanceof String words) {
      escape(text, words);
    } else if (value instanceof BigDecimal number) {
      text.append(number.toPlainString());
    } else if (value instanceof Boolean yes) {
      text.append(yes ? 't' : 'f');
    } else if (value instanceof LocalDate day) {
      day(text, day);
    } else if (value instanceof LocalDateTime time) {
      time(text, time);
    } else if (value instanceof Instant instant) {
      time(text, Sql.utc(instant));
    } else if (value instanceof byte[] bytes) {
      text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
    } else if (value instanceof Long || value instanceof Integer || value instanceof Double) {
      text.append(value); // a double in as many digits as tell it from all others
    } else if (value instanceof Enum<?> word) {
      text.append(word.name());
    } else {
      throw new IllegalArgumentException("COPY of " + value.getClass());
    }
  }

  private static void escape(StringBuilder text, String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }

  /** PostgreSQL counts the years before 1 backwards. */
  private static void day(StringBuilder text, LocalDate day) {
    date(text, day);
    era(text, day);
  }

  private static void time(StringBuilder text, LocalDateTime time) {
    date(text, time.toLocalDate());
    text.append(' ').append(time.toLocalTime());
    era(text, time.toLocalDate());
  }

  private static void date(StringBuilder text, LocalDate day) {
    int year = day.getYear() > 0 ? day.getYear() : 1 - day.getYear();
    for (int bound = 1_000; bound > year; bound /= 10) {
      text.append('0');
    }
    text.append(year);
    two(text.append('-'), day.getMonthValue());
    two(text.append('-'), day.getDayOfMonth());
  }

  private static void two(StringBuilder text, int number) {
    text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private static void era(StringBuilder text, LocalDate day) {
    if (day.getYear() <= 0) {
      text.append(" BC");
    }
  }
}
