package org.demandwright.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.demandwright.app.English.english;
import static org.demandwright.core.quality.PlantedSeries.clean;
import static org.demandwright.core.quality.PlantedSeries.day;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.demandwright.core.quality.BookedLine.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitJumpsTest {
  private static final int DAYS = 400;
  private static final int JUMP = 203;

  private static List<Finding> jumps(PlantedSeries series) {
    return series.findings(Rule.UNIT_JUMP);
  }

  /** Counts in packs: fewer units for the same money. */
  private static UnaryOperator<BookedLine> packs(String pack) {
    return l ->
        new BookedLine(
            l.day(),
            l.document(),
            l.customer(),
            l.quantity().divide(new BigDecimal(pack), 6, RoundingMode.HALF_EVEN),
            l.money(),
            false,
            false);
  }

  private static UnaryOperator<BookedLine> price(String factor) {
    return l ->
        new BookedLine(
            l.day(),
            l.document(),
            l.customer(),
            l.quantity(),
            l.money().map(m -> new Money(m.amount().multiply(new BigDecimal(factor)), "CNY")),
            false,
            false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"6", "10", "12", "24", "100"})
  void singlePiecesThatBecomePacksAreFound(String pack) {
    PlantedSeries series = clean(DAYS, 4, 1);
    double after =
        series.lines().stream()
            .filter(l -> !l.day().isBefore(day(JUMP)))
            .mapToDouble(l -> l.quantity().doubleValue())
            .sum();

    List<Finding> found = jumps(series.from(JUMP, packs(pack)));

    assertThat(found).hasSize(1);
    double k = Double.parseDouble(pack);
    assertThat(found.get(0).first()).isEqualTo(day(JUMP));
    assertThat(found.get(0).severity()).isEqualTo(Severity.HIGH);
    assertThat(found.get(0).effectUnits()).isEqualTo(after / k * (k - 1), within(0.01));
    assertThat(english(found.get(0).meaning())).contains("packs of " + pack);
  }

  @Test
  void packsThatBecomeSinglePiecesAreFound() {
    List<Finding> found = jumps(clean(DAYS, 4, 2).from(JUMP, packs("0.083333333333")));
    assertThat(found).hasSize(1);
    assertThat(english(found.get(0).meaning())).contains("divided by 12");
  }

  @Test
  void aPriceThatRisesAloneIsNoChangeOfUnit() {
    assertThat(jumps(clean(DAYS, 4, 3).from(JUMP, price("1.5")))).isEmpty();
    assertThat(jumps(clean(DAYS, 4, 3).from(JUMP, price("12")))).isEmpty();
  }

  @Test
  void demandThatFallsAloneIsNoChangeOfUnit() {
    PlantedSeries fallen =
        clean(DAYS, 4, 4).from(JUMP, packs("12")).from(JUMP, price("0.083333333333"));
    assertThat(jumps(fallen)).isEmpty();
  }

  @Test
  void aFewWeeksOfAnotherUnitAreNoLevel() {
    PlantedSeries series = clean(DAYS, 4, 5).from(JUMP, packs("12"));
    series.from(JUMP + 21, packs("0.083333333333"));
    assertThat(jumps(series)).isEmpty();
  }

  @Test
  void linesWithoutMoneyTellNothing() {
    PlantedSeries series =
        clean(DAYS, 4, 6)
            .from(
                0,
                l ->
                    new BookedLine(
                        l.day(),
                        l.document(),
                        l.customer(),
                        l.quantity(),
                        Optional.empty(),
                        false,
                        false));
    assertThat(jumps(series.from(JUMP, packs("12")))).isEmpty();
  }
}
