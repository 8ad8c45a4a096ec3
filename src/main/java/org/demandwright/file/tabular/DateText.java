package org.demandwright.file.tabular;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demandwright.file.DateForm;

/**
 * Reads days and times as people and programs write them. A year of two digits is one from 1970 to
 * 2069. What says itself which part is what (the year first, a month by its name, a month alone, a
 * week, a spreadsheet's day number) is read in every form; the order of day and month is asked of
 * the {@link DateRule}.
 */
final class DateText {
  private static final int LONGEST = 60;
  private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(20_000);
  private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(60_000);
  private static final BigDecimal SECONDS_A_DAY = BigDecimal.valueOf(86_400);
  private static final String NAME = "(\\p{L}{3,12})\\.?";
  private static final String GAP = "[\\s./,-]*";

  /** How a date is written. */
  enum Notation {
    /** Three numbers, the year not first. */
    NUMBERS("(\\d{1,2}) ?([./-]) ?(\\d{1,2}) ?[./-] ?(\\d{4}|\\d{2})\\.?"),
    YEAR_FIRST("(\\d{4}) ?[./年-] ?(\\d{1,2}) ?[./月-] ?(\\d{1,2})日?"),
    COMPACT("((?:19|20)\\d{2})(\\d{2})(\\d{2})"),
    DAY_MONTH_NAME(
        "(\\d{1,2})(?:st|nd|rd|th|er|º|ª)?"
            + GAP
            + "(?:de |of )?"
            + NAME
            + GAP
            + "(?:de |del )?(\\d{4}|\\d{2})"),
    MONTH_NAME_DAY(NAME + GAP + "(\\d{1,2})(?:st|nd|rd|th)?(?:,\\s*|\\s+|[-/])(\\d{4})"),
    YEAR_MONTH_NAME_DAY("(\\d{4})" + GAP + NAME + GAP + "(\\d{1,2})"),
    MONTH("((?:19|20)\\d{2})(?:[./年M-](?=\\d)|(?=\\d{2}$))(0?[1-9]|1[0-2])月?"),
    MONTH_YEAR("(0?[1-9]|1[0-2])[./-]((?:19|20)\\d{2})"),
    /** With two digits only as spreadsheets show it, {@code Jan-24}: Mar 15 may be a day. */
    MONTH_NAME_YEAR(NAME + "(?:" + GAP + "(?:de )?(\\d{4})|[-/]\\s?(\\d{2})| ?['\u2019](\\d{2}))"),
    YEAR_MONTH_NAME("(\\d{4})" + GAP + NAME),
    WEEK("(\\d{4})[- ]?(?:[Ww]|KW|kw)[- ]?(\\d{1,2})"),
    SERIAL("(\\d{5})(?:[.,]\\d+)?");

    private final Pattern pattern;

    Notation(String regex) {
      pattern = Pattern.compile(regex);
    }

    /** Returns whether it names a month or a week and no day. */
    boolean isPeriod() {
      return this == MONTH
          || this == MONTH_YEAR
          || this == MONTH_NAME_YEAR
          || this == YEAR_MONTH_NAME
          || this == WEEK;
    }
  }

  private static final List<Notation> NOTATIONS = List.of(Notation.values());

  /** A date, the notation it is in, and the text behind it. */
  private record Found(Notation notation, Matcher date, Optional<ClockText> clock) {}

  private DateText() {}

  /** Returns the time in a text, midnight for a day; empty where the text is none by this rule. */
  static Optional<LocalDateTime> parse(String text, DateRule rule) {
    return find(text).flatMap(found -> time(found, rule));
  }

  /** Returns how a text is written that looks like a date, be there such a day or not. */
  static Optional<Notation> notation(String text) {
    return find(text).map(Found::notation);
  }

  /** Returns whether a time in a text says how far it is from UTC. */
  static boolean hasOffset(String text) {
    return find(text).flatMap(Found::clock).filter(clock -> clock.offset().isPresent()).isPresent();
  }

  /** Returns whether a date could have its year of two digits in front. */
  static boolean mayBeginWithYear(String text) {
    return find(text)
        .filter(found -> found.notation() == Notation.NUMBERS)
        .map(Found::date)
        .filter(d -> d.group(1).length() == 2 && d.group(4).length() == 2)
        .filter(d -> !d.group(2).equals("."))
        .isPresent();
  }

  private static Optional<Found> find(String text) {
    String stripped = text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<Found> whole = found(stripped);
    // Fri, 01 Mar 2024: the name of a weekday says nothing more.
    int blank = stripped.indexOf(' ');
    boolean word = blank > 1 && Character.isLetter(stripped.charAt(0));
    return whole.isPresent() || !word ? whole : found(stripped.substring(blank + 1).strip());
  }

  private static Optional<Found> found(String text) {
    int clock = ClockText.start(text);
    Optional<ClockText> time = clock < 0 ? Optional.empty() : ClockText.of(text.substring(clock));
    if (clock >= 0 && time.isEmpty()) {
      return Optional.empty();
    }
    String date = clock < 0 ? text : ClockText.before(text, clock);
    for (Notation notation : NOTATIONS) {
      Matcher matcher = notation.pattern.matcher(date);
      if (matcher.matches() && named(notation, matcher)) {
        boolean known = clock < 0 || !notation.isPeriod() && notation != Notation.SERIAL;
        return known ? Optional.of(new Found(notation, matcher, time)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Returns whether the name in a match is that of a month. */
  private static boolean named(Notation notation, Matcher date) {
    return switch (notation) {
      case DAY_MONTH_NAME, YEAR_MONTH_NAME_DAY, YEAR_MONTH_NAME ->
          MonthNames.month(date.group(2)).isPresent();
      case MONTH_NAME_DAY, MONTH_NAME_YEAR -> MonthNames.month(date.group(1)).isPresent();
      case SERIAL -> isSerial(date.group());
      default -> true;
    };
  }

  private static boolean isSerial(String text) {
    BigDecimal number = new BigDecimal(text.replace(',', '.'));
    return number.compareTo(FIRST_SERIAL) >= 0 && number.compareTo(LAST_SERIAL) <= 0;
  }

  private static Optional<LocalDateTime> time(Found found, DateRule rule) {
    try {
      Matcher d = found.date();
      if (found.notation() == Notation.SERIAL) {
        return Optional.of(serial(d.group(), rule));
      }
      Optional<LocalDate> day =
          found.notation() == Notation.NUMBERS
              ? ordered(d, rule.form())
              : Optional.of(day(found.notation(), d));
      return day.map(on -> found.clock().map(c -> c.on(on, rule.zone())).orElse(on.atStartOfDay()));
    } catch (DateTimeException e) {
      // A 30 February, an hour 25.
      return Optional.empty();
    }
  }

  private static LocalDate day(Notation notation, Matcher d) {
    return switch (notation) {
      case YEAR_FIRST, COMPACT -> LocalDate.of(number(d, 1), number(d, 2), number(d, 3));
      case DAY_MONTH_NAME -> of(d.group(3), month(d, 2), number(d, 1));
      case MONTH_NAME_DAY -> of(d.group(3), month(d, 1), number(d, 2));
      case YEAR_MONTH_NAME_DAY -> of(d.group(1), month(d, 2), number(d, 3));
      case MONTH -> LocalDate.of(number(d, 1), number(d, 2), 1);
      case MONTH_YEAR -> LocalDate.of(number(d, 2), number(d, 1), 1);
      case MONTH_NAME_YEAR -> of(firstOf(d, 2, 3, 4), month(d, 1), 1);
      case YEAR_MONTH_NAME -> of(d.group(1), month(d, 2), 1);
      case WEEK ->
          LocalDate.of(number(d, 1), 1, 4)
              .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number(d, 2))
              .with(DayOfWeek.MONDAY);
      case NUMBERS, SERIAL -> throw new IllegalStateException(notation + " is read elsewhere");
    };
  }

  private static String firstOf(Matcher date, int... groups) {
    return Arrays.stream(groups)
        .mapToObj(date::group)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private static Optional<LocalDate> ordered(Matcher d, DateForm form) {
    String a = d.group(1);
    String b = d.group(3);
    String c = d.group(4);
    return switch (form) {
      case DMY -> Optional.of(of(c, Integer.parseInt(b), Integer.parseInt(a)));
      case MDY -> Optional.of(of(c, Integer.parseInt(a), Integer.parseInt(b)));
      case YMD ->
          a.length() == 2 && c.length() == 2
              ? Optional.of(of(a, Integer.parseInt(b), Integer.parseInt(c)))
              : Optional.empty();
    };
  }

  private static LocalDate of(String year, int month, int day) {
    int number = Integer.parseInt(year);
    int full = year.length() > 2 ? number : number < 70 ? 2000 + number : 1900 + number;
    return LocalDate.of(full, month, day);
  }

  private static LocalDateTime serial(String text, DateRule rule) {
    BigDecimal days = new BigDecimal(text.replace(',', '.'));
    long seconds =
        days.multiply(SECONDS_A_DAY).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    return rule.dayZero()
        .plusDays(Math.floorDiv(seconds, 86_400))
        .atTime(LocalTime.ofSecondOfDay(Math.floorMod(seconds, 86_400)));
  }

  private static int month(Matcher date, int group) {
    return MonthNames.month(date.group(group)).orElseThrow();
  }

  private static int number(Matcher date, int group) {
    return Integer.parseInt(date.group(group));
  }
}
