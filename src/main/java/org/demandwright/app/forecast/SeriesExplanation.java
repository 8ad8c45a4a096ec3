package org.demandwright.app.forecast;

import java.time.LocalDate;
import java.util.List;
import org.demandwright.core.Words;
import org.demandwright.core.explain.Explanation;

/**
 * What the forecast of one series is made of, over some of its steps.
 *
 * @param from first of the steps, from 1
 * @param to last of them
 * @param start first day of the first step
 * @param end last day of the last step
 * @param total of these steps, one number per driver
 * @param members the models behind it with their shares, each with the total of its own forecast
 * @param links what lifecycle links do to it; none where they do nothing
 */
public record SeriesExplanation(
    long seriesId,
    VersionRecord version,
    int from,
    int to,
    LocalDate start,
    LocalDate end,
    Explanation total,
    List<Member> members,
    List<Words> links) {

  /**
   * One model.
   *
   * @param weight its share 0–1
   * @param total of its own forecast, not weighted
   */
  public record Member(String model, double weight, Explanation total) {}

  public SeriesExplanation {
    members = List.copyOf(members);
    links = List.copyOf(links);
  }
}
