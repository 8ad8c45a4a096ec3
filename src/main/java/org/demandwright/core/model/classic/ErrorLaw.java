package org.demandwright.core.model.classic;

/** What one-step errors are taken to be like, which says what fits best. */
enum ErrorLaw {
  /** The least squares fit best: for demand with zeros, whose median lies below its mean. */
  NORMAL,
  /** The least absolute errors fit best: a few large errors count for less. */
  LAPLACE;

  /** Errors before the third observation say nothing of a method that needs two for a trend. */
  private static final int FIRST = 2;

  /** Share of the unit below which the scatter of the errors counts as rounding. */
  private static final double PERFECT = 1e-10;

  /**
   * Returns −2 log likelihood up to a constant: with n errors e from the third observation on, n ·
   * log(Σ e²/n) of normal ones and 2n · log(Σ |e|/n) of Laplace ones.
   *
   * @param fitted one-step-ahead values of all periods
   * @param unit the usual size of a value, in which errors are measured
   */
  double minusTwiceLogLikelihood(Observations y, double[] fitted, double unit) {
    double squares = 0;
    double amounts = 0;
    int seen = 0;
    for (int i = 0; i < fitted.length; i++) {
      if (y.known(i) && ++seen > FIRST) {
        double e = (y.unit(i) - fitted[i]) / unit;
        squares += e * e;
        amounts += Math.abs(e);
      }
    }
    int n = Math.max(1, seen - FIRST);
    double scale = this == NORMAL ? Math.sqrt(squares / n) : amounts / n;
    return 2 * n * Math.log(Math.max(PERFECT, scale));
  }
}
