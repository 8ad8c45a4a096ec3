package org.demandwright.core.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;

/**
 * How a model did in the tests of some series. Sums are exact, so that they come out the same in
 * whatever order series are added; a score is rounded to seven significant digits first.
 *
 * @param series on how many it was tested
 * @param chosen of how many it makes the forecast, alone or with others
 * @param mlPays how many of the series have this verdict, likewise the next two
 * @param scaled on how many its scaled errors are known
 * @param rmsse Σ over these of the root mean squared scaled error
 * @param mase Σ over these of the mean absolute scaled error
 * @param absoluteError Σ|a − f|, base units
 * @param error Σ(f − a), base units
 * @param actual Σ a, base units
 * @param compared on how many the reference was tested too
 * @param won Σ over these of 1 where its scaled error is the smaller one, ½ where both are the same
 */
public record ModelStanding(
    long series,
    long chosen,
    long mlPays,
    long useSimple,
    long doNotForecast,
    long scaled,
    BigDecimal rmsse,
    BigDecimal mase,
    BigDecimal absoluteError,
    BigDecimal error,
    BigDecimal actual,
    long compared,
    BigDecimal won) {
  /** Of no series. */
  public static final ModelStanding NONE =
      new ModelStanding(
          0,
          0,
          0,
          0,
          0,
          0,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          0,
          BigDecimal.ZERO);

  private static final BigDecimal HALF = new BigDecimal("0.5");

  /**
   * Returns the standing of a model on one series.
   *
   * @param score its errors there
   * @param reference the errors of the reference there, null where that was not tested
   */
  public static ModelStanding of(Score score, boolean chosen, Verdict verdict, Score reference) {
    boolean known = Double.isFinite(score.rmsse()) && Double.isFinite(score.mase());
    boolean both = known && reference != null && Double.isFinite(reference.rmsse());
    return new ModelStanding(
        1,
        chosen ? 1 : 0,
        verdict == Verdict.ML_PAYS ? 1 : 0,
        verdict == Verdict.USE_SIMPLE ? 1 : 0,
        verdict == Verdict.DO_NOT_FORECAST ? 1 : 0,
        known ? 1 : 0,
        known ? exact(score.rmsse()) : BigDecimal.ZERO,
        known ? exact(score.mase()) : BigDecimal.ZERO,
        exact(score.absoluteError()),
        exact(score.error()),
        exact(score.actual()),
        both ? 1 : 0,
        both ? won(Double.compare(score.rmsse(), reference.rmsse())) : BigDecimal.ZERO);
  }

  private static BigDecimal won(int compared) {
    if (compared == 0) {
      return HALF;
    }
    return compared < 0 ? BigDecimal.ONE : BigDecimal.ZERO;
  }

  private static BigDecimal exact(double value) {
    return new BigDecimal(value, MathContext.DECIMAL32);
  }

  /** Returns the standing over the series of both. */
  public ModelStanding plus(ModelStanding other) {
    return new ModelStanding(
        series + other.series,
        chosen + other.chosen,
        mlPays + other.mlPays,
        useSimple + other.useSimple,
        doNotForecast + other.doNotForecast,
        scaled + other.scaled,
        rmsse.add(other.rmsse),
        mase.add(other.mase),
        absoluteError.add(other.absoluteError),
        error.add(other.error),
        actual.add(other.actual),
        compared + other.compared,
        won.add(other.won));
  }

  /** Returns the mean root mean squared scaled error, empty where none is known. */
  public OptionalDouble meanRmsse() {
    return share(rmsse, BigDecimal.valueOf(scaled));
  }

  /** Returns the mean of the mean absolute scaled errors, likewise. */
  public OptionalDouble meanMase() {
    return share(mase, BigDecimal.valueOf(scaled));
  }

  /** Returns Σ|a − f| ÷ Σa, empty where nothing was wanted. */
  public OptionalDouble wape() {
    return share(absoluteError, actual);
  }

  /** Returns Σ(f − a) ÷ Σa, likewise; above 0 where too much was forecast. */
  public OptionalDouble bias() {
    return share(error, actual);
  }

  /** Returns the share of series on which it beats the reference, a tie being half of one. */
  public OptionalDouble winRate() {
    return share(won, BigDecimal.valueOf(compared));
  }

  private static OptionalDouble share(BigDecimal of, BigDecimal all) {
    return all.signum() > 0
        ? OptionalDouble.of(of.divide(all, MathContext.DECIMAL64).doubleValue())
        : OptionalDouble.empty();
  }
}
