package org.demandwright.core.model.classic;

/**
 * The least-squares line S(t) = b0 + b1·t through the observed periods t = 1, 2, … n.
 *
 * @param b0 level before the first period, base units
 * @param b1 slope, base units per period
 */
record Line(double b0, double b1) {

  /** Fits the line; a single observation gives a flat one. */
  static Line through(Observations y) {
    double meanT = 0;
    double meanY = 0;
    for (int i = 0; i < y.size(); i++) {
      if (y.known(i)) {
        meanT += i + 1;
        meanY += y.unit(i);
      }
    }
    meanT /= y.count();
    meanY /= y.count();
    double tt = 0;
    double ty = 0;
    for (int i = 0; i < y.size(); i++) {
      if (y.known(i)) {
        double t = i + 1 - meanT;
        tt += t * t;
        ty += t * (y.unit(i) - meanY);
      }
    }
    double slope = tt > 0 ? ty / tt : 0;
    return new Line(meanY - slope * meanT, slope);
  }

  /** Returns S(t); the first period of the history is t = 1. */
  double at(int t) {
    return b0 + b1 * t;
  }
}
