package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.decide.Policy.Origin;
import org.demandwright.core.decide.Policy.Resolved;
import org.demandwright.core.decide.PolicyRule.Conditions;
import org.junit.jupiter.api.Test;

class PolicyBookTest {
  private static final PolicySubject TEA = subject("tea", "drinks", Abc.A);
  private static final PolicySubject CUP = subject("cup", "china", Abc.C);

  private static final PolicyRule DRINKS =
      new PolicyRule(
          "Drinks every day",
          new Conditions(
              Set.of(),
              Set.of(),
              Set.of("shop", "depot"),
              Set.of("drinks"),
              Set.of(),
              Set.of(),
              Set.of()),
          PolicyValues.NONE
              .with(PolicyField.REVIEW_DAYS, 1)
              .with(PolicyField.SERVICE, ServiceTarget.fillRate(0.98)));

  private static final PolicyRule FIRST_CLASS =
      new PolicyRule(
          "A",
          new Conditions(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(Abc.A), Set.of()),
          PolicyValues.NONE
              .with(PolicyField.SERVICE, ServiceTarget.cycle(0.99))
              .with(PolicyField.MULTIPLE, BigDecimal.TEN));

  private static final PolicyBook BOOK =
      new PolicyBook(
          List.of(DRINKS, FIRST_CLASS),
          Map.of(CUP.key(), PolicyValues.NONE.with(PolicyField.SHELF_LIFE_DAYS, 9)),
          PolicyBook.DEFAULTS);

  private static PolicySubject subject(String item, String category, Abc abc) {
    return new PolicySubject(
        new PolicySubject.Key("o", item, "shop"),
        category,
        "v",
        Optional.of(abc),
        Optional.empty());
  }

  private static PolicyBook.Case of(PolicySubject subject) {
    return new PolicyBook.Case(
        subject,
        PolicyValues.NONE.with(PolicyField.LEAD_DAYS, 12),
        PolicyValues.NONE
            .with(PolicyField.LEAD_DAYS, 30)
            .with(PolicyField.MULTIPLE, new BigDecimal("6")));
  }

  @Test
  void eachValueSaysWhereItComesFrom() {
    Policy tea = BOOK.resolve(of(TEA));
    assertThat(tea.get(PolicyField.SERVICE))
        .contains(new Resolved<>(ServiceTarget.fillRate(0.98), Origin.RULE, "Drinks every day"));
    assertThat(tea.get(PolicyField.MULTIPLE))
        .as("the second rule says what the first is silent about, and comes before the ERP")
        .contains(new Resolved<>(BigDecimal.TEN, Origin.RULE, "A"));
    assertThat(tea.get(PolicyField.LEAD_DAYS)).contains(new Resolved<>(12, Origin.LEARNED, ""));
    assertThat(tea.get(PolicyField.ORDERING))
        .contains(new Resolved<>(StockPolicy.ORDER_UP_TO, Origin.DEFAULT, ""));
    assertThat(tea.get(PolicyField.SHELF_LIFE_DAYS)).isEmpty();
    Policy cup = BOOK.resolve(of(CUP));
    assertThat(cup.get(PolicyField.SHELF_LIFE_DAYS))
        .contains(new Resolved<>(9, Origin.OVERRIDE, ""));
    assertThat(cup.get(PolicyField.MULTIPLE))
        .contains(new Resolved<>(new BigDecimal("6"), Origin.ERP, ""));
    assertThat(cup.reviewDays()).isEqualTo(7);
  }

  @Test
  void thePlanIsMadeByWhatCounts() {
    StockTerms terms = BOOK.resolve(of(CUP)).terms(BigDecimal.ONE, Optional.of(BigDecimal.TEN));
    assertThat(terms.multiple()).isEqualByComparingTo("6");
    assertThat(terms.shelfLifeDays()).contains(9);
    assertThat(terms.costs()).as("nobody says what holding costs").isEmpty();
    PolicyBook dear =
        new PolicyBook(
            List.of(),
            Map.of(),
            PolicyBook.DEFAULTS
                .with(PolicyField.HOLDING_RATE, 0.2)
                .with(PolicyField.ORDERING_COST, 5.0));
    assertThat(dear.resolve(of(CUP)).terms(BigDecimal.ONE, Optional.of(BigDecimal.TEN)).costs())
        .contains(new CostTerms(10, 0.2, 5, Optional.empty()));
    assertThat(dear.resolve(of(CUP)).terms(BigDecimal.ONE, Optional.empty()).costs()).isEmpty();
  }

  @Test
  void whoSaysHowLongItTakesDoesNotMakeItSure() {
    LeadTime learned =
        LeadTimes.learn(List.of(line(6), line(8), line(10)), TestDemand.MONDAY, 365)
            .of("v", "tea", new StatedLeadTime(Optional.empty(), Optional.empty(), 7));
    assertThat(BOOK.resolve(of(TEA)).leadTime(learned)).isEqualTo(learned.workingDays());
    PolicyBook said =
        new PolicyBook(
            List.of(),
            Map.of(TEA.key(), PolicyValues.NONE.with(PolicyField.LEAD_DAYS, 3)),
            PolicyBook.DEFAULTS);
    DayDistribution moved = said.resolve(of(TEA)).leadTime(learned);
    assertThat(moved.first()).isEqualTo(1);
    assertThat(moved.mean()).isCloseTo(3, within(1e-9));
    assertThat(moved.deviation()).isCloseTo(learned.deviation(), within(1e-9));
  }

  private static OrderedLine line(int days) {
    return new OrderedLine(
        "v",
        "tea",
        TestDemand.MONDAY.minusDays(30),
        Optional.empty(),
        BigDecimal.TEN,
        List.of(new OrderedLine.Receipt(TestDemand.MONDAY.minusDays(30L - days), BigDecimal.TEN)),
        false,
        OpenDays.ALL);
  }

  @Test
  void aRuleIsPreviewed() {
    assertThat(FIRST_CLASS.touches(List.of(TEA, CUP))).containsExactly(TEA);
    assertThat(new PolicyRule("all", Conditions.ANY, PolicyValues.NONE).touches(List.of(TEA, CUP)))
        .hasSize(2);
    PolicyBook turned =
        new PolicyBook(List.of(FIRST_CLASS, DRINKS), BOOK.overrides(), BOOK.defaults());
    List<PolicyBook.Change> changes = BOOK.changes(turned, List.of(of(TEA), of(CUP)));
    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).subject()).isEqualTo(TEA);
    assertThat(changes.get(0).field()).isEqualTo(PolicyField.SERVICE);
    assertThat(changes.get(0).after().orElseThrow().by()).isEqualTo("A");
    PolicyBook without = new PolicyBook(List.of(DRINKS), Map.of(), BOOK.defaults());
    assertThat(BOOK.changes(without, List.of(of(CUP))).get(0).after())
        .as("no shelf life any more")
        .isEmpty();
    assertThat(BOOK.changes(BOOK, List.of(of(TEA), of(CUP)))).isEmpty();
  }

  @Test
  void valuesFulfilTheirField() {
    assertThatThrownBy(() -> PolicyValues.NONE.with(PolicyField.MULTIPLE, BigDecimal.ZERO))
        .hasMessageContaining("multiple is 0; it must be more than 0");
    assertThatThrownBy(() -> PolicyValues.NONE.with(PolicyField.HOLDING_RATE, Double.NaN))
        .hasMessageContaining("holdingRate");
    assertThatThrownBy(() -> new PolicyValues(Map.of(PolicyField.LEAD_DAYS, "ten")))
        .isInstanceOf(ClassCastException.class);
    assertThatThrownBy(() -> new PolicyRule(" ", Conditions.ANY, PolicyValues.NONE))
        .hasMessageContaining("name");
    assertThat(PolicyField.all()).hasSize(12).extracting(PolicyField::name).doesNotHaveDuplicates();
  }

  @Test
  void classesByValueAndEvenness() {
    assertThat(Abc.of(Map.of("a", 70.0, "b", 15.0, "c", 8.0, "d", 4.0, "e", 3.0, "f", 0.0)))
        .isEqualTo(Map.of("a", Abc.A, "b", Abc.A, "c", Abc.B, "d", Abc.B, "e", Abc.C, "f", Abc.C));
    assertThat(Abc.of(Map.of("only", 5.0))).isEqualTo(Map.of("only", Abc.A));
    assertThat(Abc.of(Map.of("none", 0.0))).isEqualTo(Map.of("none", Abc.C));
    assertThat(Xyz.of(10, 5)).isEqualTo(Xyz.X);
    assertThat(Xyz.of(10, 10)).isEqualTo(Xyz.Y);
    assertThat(Xyz.of(10, 11)).isEqualTo(Xyz.Z);
    assertThat(Xyz.of(0, 0)).isEqualTo(Xyz.Z);
  }
}
