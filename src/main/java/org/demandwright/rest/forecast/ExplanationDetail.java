package org.demandwright.rest.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.demandwright.app.Wordbook;
import org.demandwright.app.forecast.SeriesExplanation;
import org.demandwright.core.Quantity;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.explain.Contribution;
import org.demandwright.core.explain.Explanation;
import org.demandwright.rest.wire.Decimals;

/**
 * What the forecast of one series is made of over some of its steps, as the API says it; amounts
 * are plain numbers in the series' unit and sum to the forecast but for their rounding.
 *
 * @param fromStep first of the steps, from 1
 * @param toStep last of them
 * @param forecast total of these steps
 * @param contributions of all members together
 * @param members the models behind it, one or several; without what links do
 * @param links what lifecycle links do to it, each in a sentence: together they are the
 *     contribution links; absent where they do nothing
 */
public record ExplanationDetail(
    long seriesId,
    long versionId,
    Bucket bucket,
    int fromStep,
    int toStep,
    LocalDate periodStart,
    LocalDate periodEnd,
    BigDecimal forecast,
    List<Amount> contributions,
    List<Member> members,
    List<String> links) {

  /** What one driver adds; negative where it takes away. */
  public record Amount(String driver, BigDecimal amount) {
    static List<Amount> of(Explanation total) {
      double scale =
          total.contributions().stream().mapToDouble(c -> Math.abs(c.amounts().get(0))).sum();
      return total.contributions().stream()
          .map(c -> new Amount(c.driver(), amount(c, scale)))
          .toList();
    }

    private static BigDecimal amount(Contribution c, double scale) {
      return Decimals.quantity(Quantity.aboveDust(c.amounts().get(0), scale));
    }
  }

  /**
   * One model.
   *
   * @param weight its share 0–1; the forecast is the sum of weight × forecast of the members
   */
  public record Member(
      String model, double weight, BigDecimal forecast, List<Amount> contributions) {
    static Member of(SeriesExplanation.Member member) {
      return new Member(
          member.model(),
          member.weight(),
          Decimals.quantity(member.total().forecast().get(0)),
          Amount.of(member.total()));
    }
  }

  static ExplanationDetail of(SeriesExplanation explanation) {
    return new ExplanationDetail(
        explanation.seriesId(),
        explanation.version().versionId(),
        explanation.version().bucket(),
        explanation.from(),
        explanation.to(),
        explanation.start(),
        explanation.end(),
        Decimals.quantity(explanation.total().forecast().get(0)),
        Amount.of(explanation.total()),
        explanation.members().stream().map(Member::of).toList(),
        explanation.links().isEmpty()
            ? null
            : explanation.links().stream().map(Wordbook.english()::say).toList());
  }
}
