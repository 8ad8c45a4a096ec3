package org.demandwright.core.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What signals (page views, carts, a market index) were per period of a series. They are past-only:
 * there is no way to read a value but {@link #before}, which gives what was known at an origin.
 *
 * <p>Each value has the first origin at which it was known, for a figure may arrive late or be
 * revised. A period without a value is missing, which is not zero.
 */
public final class Signals {
  private static final Signals NONE = new Signals(List.of(), 0);

  private final List<Line> lines;

  /** At which all of them are known. */
  private final int origin;

  /**
   * One signal.
   *
   * @param values per period of the series, NaN where there is none
   * @param knownAt index of the first origin at which each was known, later than the period itself
   */
  private record Line(String name, double[] values, int[] knownAt) {}

  private Signals(List<Line> lines, int origin) {
    this.lines = List.copyOf(lines);
    this.origin = origin;
  }

  /** Returns no signals. */
  public static Signals none() {
    return NONE;
  }

  /**
   * Returns these signals and one more.
   *
   * @param values per period from the first of the series, NaN where there is none
   * @param knownAt index of the first origin at which each value was known
   * @throws IllegalArgumentException if there is such a signal already, if the lengths differ, or
   *     if a value is said to be known before its period is over
   */
  public Signals and(String name, double[] values, int[] knownAt) {
    if (names().contains(name)) {
      throw new IllegalArgumentException("there is a signal " + name + " already");
    }
    if (values.length != knownAt.length) {
      throw new IllegalArgumentException(
          "%s: %d values but %d origins".formatted(name, values.length, knownAt.length));
    }
    for (int i = 0; i < values.length; i++) {
      if (knownAt[i] <= i || Double.isInfinite(values[i])) {
        throw new IllegalArgumentException(
            "%s: the value %s of period %d cannot be known at origin %d"
                .formatted(name, values[i], i, knownAt[i]));
      }
    }
    List<Line> more = new ArrayList<>(lines);
    more.add(new Line(name, values.clone(), knownAt.clone()));
    more.sort((a, b) -> a.name().compareTo(b.name()));
    return new Signals(more, Math.max(origin, Arrays.stream(knownAt).max().orElse(0)));
  }

  /** Returns the names of the signals in ascending order. */
  public List<String> names() {
    return lines.stream().map(Line::name).toList();
  }

  /** Returns the signals without everything that was not known at this origin. */
  public Signals head(int periods) {
    if (periods >= origin) {
      return this;
    }
    List<Line> cut = new ArrayList<>();
    for (Line line : lines) {
      int size = Math.min(periods, line.values().length);
      double[] values = Arrays.copyOf(line.values(), size);
      for (int i = 0; i < size; i++) {
        values[i] = line.knownAt()[i] <= periods ? values[i] : Double.NaN;
      }
      cut.add(new Line(line.name(), values, Arrays.copyOf(line.knownAt(), size)));
    }
    return new Signals(cut, periods);
  }

  /**
   * Returns the signals of a series that begins so many periods later; of one that begins earlier
   * (a negative number) nothing is known of the periods in front.
   */
  public Signals from(int later) {
    if (later == 0) {
      return this;
    }
    Signals moved = NONE;
    for (Line line : lines) {
      int size = Math.max(0, line.values().length - later);
      double[] values = new double[size];
      int[] knownAt = new int[size];
      for (int i = 0; i < size; i++) {
        int at = i + later;
        values[i] = at < 0 ? Double.NaN : line.values()[at];
        knownAt[i] = at < 0 ? i + 1 : line.knownAt()[at] - later;
      }
      moved = moved.and(line.name(), values, knownAt);
    }
    return moved;
  }

  /** Returns what was known at an origin: the periods before it, as far as they had arrived. */
  public Past before(int origin) {
    return new Past(this, origin);
  }

  /** What was known of the signals at one origin. */
  public static final class Past {
    private final Signals signals;
    private final int origin;

    private Past(Signals signals, int origin) {
      this.signals = signals;
      this.origin = origin;
    }

    /** Returns the mean of the known ones of the last {@code window} periods, empty for none. */
    public OptionalDouble mean(String name, int window) {
      return mean(name, window, false);
    }

    /** Returns the mean of their absolute values, empty for none. */
    public OptionalDouble size(String name, int window) {
      return mean(name, window, true);
    }

    private OptionalDouble mean(String name, int window, boolean absolute) {
      double sum = 0;
      int n = 0;
      for (Line line : signals.lines) {
        if (line.name().equals(name)) {
          int to = Math.min(origin, line.values().length);
          for (int i = Math.max(0, origin - window); i < to; i++) {
            double value = line.values()[i];
            if (line.knownAt()[i] <= origin && !Double.isNaN(value)) {
              sum += absolute ? Math.abs(value) : value;
              n++;
            }
          }
        }
      }
      return n == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / n);
    }
  }

  /** Receives the signals as a whole: for whoever stores them, not for whoever forecasts. */
  public interface Sink {
    void line(String name, double[] values, int[] knownAt);
  }

  /** Hands every signal over, in the order of their names. */
  public void copyTo(Sink sink) {
    lines.forEach(l -> sink.line(l.name(), l.values().clone(), l.knownAt().clone()));
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof Signals signals && signals.content().equals(content());
  }

  @Override
  public int hashCode() {
    return content().hashCode();
  }

  private List<Object> content() {
    List<Object> content = new ArrayList<>();
    for (Line line : lines) {
      content.add(line.name());
      content.add(Arrays.stream(line.values()).boxed().toList());
      content.add(Arrays.stream(line.knownAt()).boxed().toList());
    }
    return content;
  }
}
