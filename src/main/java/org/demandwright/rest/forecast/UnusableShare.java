package org.demandwright.rest.forecast;

import java.util.Locale;
import org.demandwright.app.forecast.VersionRecord;

/**
 * How much of a version is not recommended to forecast, as a header of RFC 8941: {@code
 * 279;share=0.041;included=?0} = 279 series with 4.1 % of the units of the version's {@code
 * totalMean}, and their figures are not in the answer.
 *
 * @param included whether the answer holds their figures
 */
record UnusableShare(VersionRecord version, boolean included) {
  static final String HEADER = "Demandwright-Not-Recommended";

  @Override
  public String toString() {
    VersionRecord.NotRecommended n = version.notRecommended();
    String share =
        Double.isFinite(n.share()) ? String.format(Locale.ROOT, ";share=%.3f", n.share()) : "";
    return n.series() + share + ";included=" + (included ? "?1" : "?0");
  }
}
