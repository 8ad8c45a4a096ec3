package org.demandwright.file.tabular;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demandwright.file.DateForm;
import org.demandwright.file.Detected;
import org.demandwright.file.Detected.Sureness;
import org.demandwright.file.tabular.DateText.Notation;

/**
 * What all the dates of a file say of their order of day and month. Only those of three numbers
 * without the year in front leave it open; of these some are days in one order alone, some are the
 * same day in both, and some, such as {@code 03/04/2024}, are two days: these depend on the others.
 */
final class DateEvidence {
  /** Of so many texts one that contradicts the others is a slip of the pen. */
  private static final int ONE_SLIP_OF = 100;

  private final DateRule rule;
  private long all;
  private long shaped;
  private long read;
  private final Witnesses dayFirst = new Witnesses();
  private final Witnesses monthFirst = new Witnesses();
  private final Witnesses twoWays = new Witnesses();
  private final Witnesses equal = new Witnesses();
  private final Witnesses serials = new Witnesses();
  private final Witnesses periods = new Witnesses();
  private final Witnesses offsets = new Witnesses();
  private final YearInFront yearInFront = new YearInFront();

  /** What is looked at again where the same text follows, as the days of order lines do. */
  private String last = "";

  private boolean lastIsShaped;
  private boolean lastIsDate;
  private Optional<Witnesses> lastSays = Optional.empty();

  /** Which of the outer parts of dates with two digits each varies less, and so is the year. */
  private static final class YearInFront {
    private final BitSet first = new BitSet();
    private final BitSet third = new BitSet();
    private final Witnesses texts = new Witnesses();
    private boolean always = true;

    void add(String text, DateRule rule) {
      Optional<LocalDateTime> day = DateText.parse(text, rule.with(DateForm.YMD));
      always &= day.isPresent() && DateText.mayBeginWithYear(text);
      if (always) {
        texts.add(text);
        first.set(day.get().getYear() % 100);
        third.set(day.get().getDayOfMonth());
      }
    }

    boolean likely() {
      return always && first.cardinality() < third.cardinality();
    }
  }

  DateEvidence(ZoneId zone, boolean since1904) {
    rule = new DateRule(DateForm.DMY, zone, since1904);
  }

  /** Takes one more text, and returns whether it is written as dates are, be there such a day. */
  boolean add(String text) {
    all++;
    if (!text.equals(last)) {
      Optional<Notation> notation = DateText.notation(text);
      lastIsShaped = notation.isPresent();
      lastIsDate = lastIsShaped && isDay(text);
      lastSays = notation.flatMap(n -> says(text, n));
      last = text;
    }
    shaped += lastIsShaped ? 1 : 0;
    read += lastIsDate ? 1 : 0;
    lastSays.ifPresent(witnesses -> witnesses.add(text));
    return lastIsShaped;
  }

  private boolean isDay(String text) {
    return Stream.of(DateForm.values())
        .anyMatch(form -> DateText.parse(text, rule.with(form)).isPresent());
  }

  private Optional<Witnesses> says(String text, Notation notation) {
    if (notation == Notation.NUMBERS) {
      yearInFront.add(text, rule);
      return order(text);
    }
    if (notation == Notation.SERIAL) {
      return Optional.of(serials);
    }
    if (notation.isPeriod()) {
      return Optional.of(periods);
    }
    return DateText.hasOffset(text) ? Optional.of(offsets) : Optional.empty();
  }

  private Optional<Witnesses> order(String text) {
    Optional<LocalDateTime> day = DateText.parse(text, rule.with(DateForm.DMY));
    Optional<LocalDateTime> month = DateText.parse(text, rule.with(DateForm.MDY));
    if (day.isEmpty()) {
      // A 31 February is a date of no order.
      return month.map(m -> monthFirst);
    }
    return Optional.of(month.isEmpty() ? dayFirst : day.equals(month) ? equal : twoWays);
  }

  /** Returns the form that the texts speak for. */
  Detected<DateForm> found() {
    if (all == 0) {
      return new Detected<>(DateForm.YMD, Sureness.CERTAIN, "no text has to be read as dates");
    }
    if (shaped == 0) {
      return new Detected<>(DateForm.YMD, Sureness.ASK, "none of " + all + " texts is a date");
    }
    if (yearInFront.likely()) {
      return askYear();
    }
    if (dayFirst.count() + monthFirst.count() > 0) {
      return decided();
    }
    if (twoWays.count() > 0) {
      return ask();
    }
    return equal.count() > 0
        ? new Detected<>(
            DateForm.DMY,
            Sureness.LIKELY,
            "day and month are equal in every date, so that nothing tells them apart")
        : alone(DateForm.YMD);
  }

  private Detected<DateForm> decided() {
    long fewer = Math.min(dayFirst.count(), monthFirst.count());
    long more = Math.max(dayFirst.count(), monthFirst.count());
    DateForm form = dayFirst.count() >= monthFirst.count() ? DateForm.DMY : DateForm.MDY;
    boolean slip = fewer * ONE_SLIP_OF < fewer + more;
    return slip || (twoWays.count() == 0 && fewer < more) ? alone(form) : askOrder(form);
  }

  private Detected<DateForm> askOrder(DateForm form) {
    return new Detected<>(
        form,
        Sureness.ASK,
        "\"%s\" begins with the day and \"%s\" with the month; say which comes first, the day (DMY)"
                .formatted(dayFirst.first(), monthFirst.first())
            + " or the month (MDY)");
  }

  private Detected<DateForm> ask() {
    String text = twoWays.first();
    return new Detected<>(
        DateForm.DMY,
        Sureness.ASK,
        "\"%s\" may be %s or %s; say which comes first, the day (DMY) or the month (MDY)"
            .formatted(text, day(text, DateForm.DMY), day(text, DateForm.MDY)));
  }

  private Detected<DateForm> askYear() {
    String text = yearInFront.texts.first();
    StringBuilder readings = new StringBuilder();
    for (DateForm form : List.of(DateForm.YMD, DateForm.DMY, DateForm.MDY)) {
      DateText.parse(text, rule.with(form))
          .ifPresent(
              t ->
                  readings
                      .append(readings.isEmpty() ? "" : " or ")
                      .append(t.toLocalDate())
                      .append(" (" + form + ")"));
    }
    return new Detected<>(
        DateForm.YMD, Sureness.ASK, "\"%s\" may be %s; say which".formatted(text, readings));
  }

  private Object day(String text, DateForm form) {
    return DateText.parse(text, rule.with(form)).orElseThrow().toLocalDate();
  }

  /** Returns the zone in which times have their day, which matters only if one is far from UTC. */
  Detected<ZoneId> zone(Detected<ZoneId> assumed) {
    return offsets.count() > 0 || assumed.sureness() == Sureness.GIVEN
        ? assumed
        : new Detected<>(assumed.value(), Sureness.CERTAIN, "no time says how far it is from UTC");
  }

  private Detected<DateForm> alone(DateForm form) {
    Witnesses against = form == DateForm.MDY ? dayFirst : monthFirst;
    long assumed = serials.count() + periods.count() + offsets.count();
    boolean whole = read == all && against.count() == 0 && assumed == 0;
    String but = against.count() == 0 ? "" : ", but not \"" + against.first() + "\"";
    return new Detected<>(
        form,
        whole ? Sureness.CERTAIN : Sureness.LIKELY,
        "%d of %d texts are dates in this form%s%s"
            .formatted(read - against.count(), all, but, notes()));
  }

  private String notes() {
    String words = "";
    if (serials.count() > 0) {
      words +=
          "; %d such as %s are day numbers of a spreadsheet (%s)"
              .formatted(serials.count(), serials.first(), day(serials.first(), DateForm.YMD));
    }
    if (periods.count() > 0) {
      words +=
          "; %d such as \"%s\" name a month or a week: these are figures of a whole period, read as its"
                  .formatted(periods.count(), periods.first())
              + " first day";
    }
    if (offsets.count() > 0) {
      words +=
          "; %d such as \"%s\" say how far they are from UTC: the day is that in %s"
              .formatted(offsets.count(), offsets.first(), rule.zone());
    }
    return words;
  }

  /** Returns the form that a profile says, unless the texts contradict it. */
  Detected<DateForm> held(DateForm said) {
    long numbers = dayFirst.count() + monthFirst.count() + twoWays.count() + equal.count();
    long against =
        switch (said) {
          case DMY -> monthFirst.count();
          case MDY -> dayFirst.count();
          case YMD -> yearInFront.likely() ? 0 : numbers;
        };
    if (against * ONE_SLIP_OF <= numbers || numbers == 0) {
      return Detected.given(said);
    }
    String text =
        Stream.of(dayFirst, monthFirst, twoWays, equal)
            .map(Witnesses::first)
            .filter(first -> !first.isEmpty() && DateText.parse(first, rule.with(said)).isEmpty())
            .findFirst()
            .orElse("");
    return new Detected<>(
        said,
        Sureness.ASK,
        "the profile says %s, but \"%s\" is no such date; say which comes first, the day (DMY) or the"
                .formatted(said, text)
            + " month (MDY)");
  }
}
