package org.demandwright.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.demandwright.app.Clock;
import org.demandwright.app.GivenConfig;
import org.demandwright.app.Refused;
import org.demandwright.app.intake.LineFate;
import org.demandwright.app.intake.LineFate.Outcome;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.Companies;
import org.demandwright.store.CountedStatements;
import org.demandwright.store.Stores;
import org.demandwright.store.forecast.AccuracyStore.Grouping;
import org.demandwright.store.forecast.ReferenceStore;
import org.demandwright.store.run.PlanStore;
import org.junit.jupiter.api.Test;

/** One unit was forecast of each series for a week, and three were wanted. */
class ReferenceForecastsTest {
  private static final DataScope ALL = DataScope.unrestricted();
  private static final Optional<String> PLAN = Optional.empty();
  private static final LocalDate WEEK = Companies.DAY.plusDays(7);

  private final Stores stores = Stores.of(new CountedStatements().database());
  private final ForecastAccuracy accuracy =
      new ForecastAccuracy(
          stores.accuracy(),
          new ReferenceStore(stores.sql()),
          new ForecastPlans(
              new PlanStore(stores.sql()),
              new Settings(new GivenConfig(Map.of())),
              new Clock(),
              stores.audit()));
  private final ReferenceForecasts references =
      new ReferenceForecasts(
          new ReferenceStore(stores.sql()), accuracy, stores.audit(), new Clock());

  private static ReferenceForecasts.Given given(
      String item, String site, LocalDate madeOn, LocalDate day, String quantity) {
    return new ReferenceForecasts.Given(
        Optional.empty(), item, site, "web", madeOn, day, new BigDecimal(quantity));
  }

  private List<Outcome> enter(DataScope scope, ReferenceForecasts.Given... rows) {
    return references.enter(scope, "sheet", PLAN, List.of(rows), "ann").stream()
        .map(LineFate::outcome)
        .toList();
  }

  @Test
  void of_a_spreadsheet_good_rows_are_kept_and_bad_ones_told() {
    Companies.fill(stores, "A");
    ReferenceForecasts.Given good = given("tea", "S1", WEEK, WEEK.plusDays(3), "2");
    List<LineFate> fates =
        references.enter(
            ALL,
            "sheet",
            PLAN,
            List.of(
                good,
                good,
                given("tea", "S1", WEEK.minusDays(1), WEEK, "2"),
                given("tea", "S9", WEEK, WEEK, "2"),
                given("tea", "S1", WEEK.plusDays(7), WEEK, "2"),
                given("tea", "S1", WEEK, WEEK, "-1"),
                given("tea", "S1", WEEK.plusDays(1), WEEK, "3")),
            "ann");
    assertThat(fates)
        .extracting(LineFate::outcome)
        .containsExactly(
            Outcome.NEW,
            Outcome.UNCHANGED,
            Outcome.NEW,
            Outcome.REFUSED,
            Outcome.REFUSED,
            Outcome.REFUSED,
            Outcome.CHANGED);
    assertThat(fates)
        .extracting(fate -> fate.field().orElse(""))
        .containsExactly("", "", "", "item", "madeOn", "quantity", "");
    assertThat(references.page(ALL, "sheet", PLAN, Optional.empty(), 9).rows())
        .extracting(e -> e.value().cell().lag() + ": " + e.value().units())
        .containsExactly("1: 3.0", "2: 2.0");
  }

  @Test
  void an_item_of_several_companies_is_named_with_its_company() {
    Companies.fill(stores, "A", "B");
    ReferenceForecasts.Given either = given("tea", "S1", WEEK, WEEK, "2");
    ReferenceForecasts.Given ofB =
        new ReferenceForecasts.Given(
            Optional.of("B"), "tea", "S1", "web", WEEK, WEEK, BigDecimal.ONE);
    assertThat(enter(ALL, either, ofB)).containsExactly(Outcome.REFUSED, Outcome.NEW);
    DataScope ofA = new DataScope(Optional.of(Set.of("A")), Optional.empty(), Optional.empty());
    assertThat(enter(ofA, either, ofB))
        .as("who sees one company alone")
        .containsExactly(Outcome.NEW, Outcome.REFUSED);
  }

  @Test
  void it_is_scored_beside_ours_on_what_both_have() {
    Companies.fill(stores, "A");
    enter(ALL, given("tea", "S1", WEEK, WEEK, "2"));
    AccuracyRecord both =
        accuracy
            .page(
                ALL,
                Grouping.LAG,
                new ForecastAccuracy.Span(PlanStore.DEFAULT, WEEK, WEEK),
                selection(Optional.of("sheet")),
                Optional.empty(),
                9)
            .rows()
            .get(0);
    assertThat(both.errors().forecasts()).isEqualTo(1);
    assertThat(both.wape().orElseThrow()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(both.referenceWape().orElseThrow()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(both.referenceBias().orElseThrow()).isCloseTo(-1 / 3.0, within(1e-12));

    references.remove("sheet");
    assertThatThrownBy(
            () ->
                accuracy.page(
                    ALL,
                    Grouping.LAG,
                    new ForecastAccuracy.Span(PlanStore.DEFAULT, WEEK, WEEK),
                    selection(Optional.of("sheet")),
                    Optional.empty(),
                    9))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("There is no reference forecast 'sheet'");
  }

  private static ForecastAccuracy.Selection selection(Optional<String> reference) {
    return new ForecastAccuracy.Selection(
        reference,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void names_and_sizes_are_bounded() {
    Companies.fill(stores, "A");
    ReferenceForecasts.Given row = given("tea", "S1", WEEK, WEEK, "2");
    for (String name : List.of("", "a b", "../x", "-x")) {
      assertThatThrownBy(() -> references.enter(ALL, name, PLAN, List.of(row), "ann"))
          .isInstanceOf(Refused.class);
    }
    List<ReferenceForecasts.Given> many =
        IntStream.rangeClosed(0, ReferenceForecasts.MOST).mapToObj(i -> row).toList();
    assertThatThrownBy(() -> references.enter(ALL, "sheet", PLAN, many, "ann"))
        .hasMessageContaining("send 1 to 10000 at once");
  }
}
