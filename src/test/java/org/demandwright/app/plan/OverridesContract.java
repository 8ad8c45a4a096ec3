package org.demandwright.app.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demandwright.app.plan.PlanFixture.ANN;
import static org.demandwright.app.plan.PlanFixture.BOB;
import static org.demandwright.app.plan.PlanFixture.MONDAY;
import static org.demandwright.app.plan.PlanFixture.over;
import static org.demandwright.app.plan.PlanFixture.target;
import static org.demandwright.core.plan.Adjustment.Kind.DELTA;
import static org.demandwright.core.plan.Adjustment.Kind.PERCENT;
import static org.demandwright.core.plan.Adjustment.Kind.VALUE;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.demandwright.app.plan.PlanFixture.TickingClock;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.plan.LayerEffect;
import org.demandwright.core.plan.LayerEffect.Outcome;
import org.demandwright.core.plan.OverrideReason;
import org.demandwright.store.OneTransaction;
import org.demandwright.store.VersionFixture;
import org.demandwright.store.forecast.ForecastStore;
import org.demandwright.store.forecast.PublicationLog;
import org.demandwright.store.plan.FinalStore;
import org.demandwright.store.plan.OverrideStatus;
import org.demandwright.store.run.PlanStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a draft to what readers see, and back. */
abstract class OverridesContract {
  private static final LocalDate SUNDAY = MONDAY.plusDays(6);
  private static final Map<String, Double> MEANS = Map.of("cup", 4.0, "tea", 6.0);

  /** Longest time that one waits for another, seconds. */
  private static final int LONGEST_WAIT = 60;

  private final TickingClock clock = new TickingClock();
  private DataSource database;
  private VersionFixture fixture;
  private PlanFixture plan;
  private long version;
  private long cup;
  private long tea;

  /** Returns an empty database. */
  abstract DataSource database() throws Exception;

  @BeforeEach
  void open() throws Exception {
    database = database();
    fixture = new VersionFixture(database);
    configure(Map.of());
    version = plan.version(fixture, MEANS);
    cup = fixture.seriesOf("cup");
    tea = fixture.seriesOf("tea");
    plan.publish(version);
  }

  private void configure(Map<String, String> config) {
    plan = new PlanFixture(database, clock, config);
  }

  @Test
  void a_draft_changes_nothing_until_it_is_published_and_then_what_is_final() {
    long id =
        plan.overrides
            .draft(DataScope.unrestricted(), over("tea", MONDAY, SUNDAY, VALUE, "30"), ANN)
            .entry()
            .overrideId();
    plan.decide.approve(target(id), BOB);
    assertThat(plan.stores.finals().touched(version)).isEmpty();

    OverrideRecord published = plan.decide.publish(List.of(target(id)), BOB).get(0);

    assertThat(published.entry().status()).isEqualTo(OverrideStatus.PUBLISHED);
    assertThat(published.effect().orElseThrow().before()).isEqualByComparingTo("6");
    assertThat(published.effect().orElseThrow().after()).isEqualByComparingTo("30");
    assertThat(plan.finals(version, tea)).containsExactly("30", "-", "-", "-");
    assertThat(plan.rows(version, tea))
        .extracting(f -> f.total().orElseThrow().intValueExact())
        .as("totals of what is final")
        .containsExactly(30, 36, 42, 48);
    assertThat(plan.rows(version, cup)).isEmpty();
    assertThat(plan.overrides.history(DataScope.unrestricted(), id))
        .extracting(e -> e.after().orElseThrow())
        .containsExactly(OverrideStatus.DRAFT, OverrideStatus.APPROVED, OverrideStatus.PUBLISHED);
  }

  @Test
  void taken_back_the_forecast_is_final_again_and_readers_learn_since_when() {
    long id = plan.published(over("", MONDAY, SUNDAY, PERCENT, "50")).entry().overrideId();
    assertThat(plan.finals(version, cup)).containsExactly("6", "-", "-", "-");
    assertThat(plan.finals(version, tea)).containsExactly("9", "-", "-", "-");
    Instant until = clock.now();

    plan.decide.withdraw(target(id), "it was a mistake", ANN);

    assertThat(plan.finals(version, tea)).containsExactly("-", "-", "-", "-");
    assertThat(plan.rows(version, tea)).allMatch(f -> f.total().isEmpty());
    assertThat(plan.rows(version, tea)).allMatch(f -> f.changedAt().isAfter(until));
    assertThat(plan.overrides.one(DataScope.unrestricted(), id).effect()).isEmpty();
  }

  @Test
  void who_asks_for_changes_sees_those_over_a_version_that_was_seen_before() {
    Instant seen = clock.now();
    assertThat(changedSince(seen)).isEmpty();
    plan.published(over("tea", SUNDAY.plusDays(1), SUNDAY.plusDays(7), VALUE, "30"));
    List<ForecastStore.Row> changed = changedSince(seen);
    assertThat(changed)
        .as("from the first step on that an override lies on, for totals changed with it")
        .extracting(r -> r.seriesId() == tea ? r.bands().step() : -1)
        .containsExactly(2, 3, 4);
    assertThat(changed.get(0).over().flatMap(ForecastStore.Final::units).orElseThrow())
        .isEqualByComparingTo("30");
    assertThat(changed.get(2).over().flatMap(ForecastStore.Final::total).orElseThrow())
        .isEqualByComparingTo("48");
    assertThat(changed.get(0).bands().mean()).as("the forecast stays").isEqualTo(6);
    assertThat(plan.stores.forecasts().changedOver(version))
        .hasValueSatisfying(at -> assertThat(at).isAfter(seen));
    assertThat(changedSince(clock.now())).isEmpty();
  }

  private List<ForecastStore.Row> changedSince(Instant since) {
    Instant shown = plan.stores.versions().publication(PlanStore.DEFAULT).orElseThrow().changedAt();
    return plan.stores
        .forecasts()
        .page(
            version,
            ForecastStore.Filter.of(
                DataScope.unrestricted(), new ForecastStore.ChangedSince(since, shown, false)),
            0,
            0,
            100);
  }

  @Test
  void what_is_archived_is_what_was_final_when_the_period_began() {
    long id =
        plan.published(over("tea", MONDAY, MONDAY.plusDays(13), VALUE, "30")).entry().overrideId();
    assertThat(archived(tea)).containsExactly("15", "15", "6", "6");
    clock.nowIsThe(MONDAY.plusDays(1));
    plan.decide.withdraw(target(id), "", ANN);
    assertThat(archived(tea)).as("the first week has begun").containsExactly("15", "6", "6", "6");

    plan.published(over("tea", MONDAY, SUNDAY, VALUE, "20"));
    assertThat(archived(tea)).containsExactly("15", "6", "6", "6");
    long next = plan.version(fixture, MEANS);
    plan.publish(next);
    assertThat(archived(tea))
        .as("the next version begins with what counts when readers see it first")
        .containsExactly("15", "20", "6", "6", "6", "6", "6", "6");
    assertThat(archived(cup)).containsOnly("4");
  }

  /** Final figures that are archived, by period and version. */
  private List<String> archived(long seriesId) {
    return plan.stores
        .sql()
        .list(
            row -> row.getBigDecimal(1).stripTrailingZeros().toPlainString(),
            "select final_units from forecast_archive where series_id = ?"
                + " order by period_start, version_id",
            seriesId);
  }

  @Test
  void the_next_version_has_it_too_and_unchanged_figures_stay_unchanged() {
    plan.published(over("tea", MONDAY, SUNDAY, VALUE, "30"));
    Instant since = plan.rows(version, tea).get(0).changedAt();
    plan.published(over("cup", MONDAY, SUNDAY, DELTA, "1"));

    long next = plan.version(fixture, Map.of("cup", 5.0, "tea", 6.0));
    plan.publish(next);

    assertThat(plan.finals(next, tea)).containsExactly("30", "-", "-", "-");
    assertThat(plan.rows(next, tea).get(0).changedAt())
        .as("forecast and final figure are those of before")
        .isEqualTo(since);
    assertThat(plan.finals(next, cup)).containsExactly("6", "-", "-", "-");
    assertThat(plan.rows(next, cup).get(0).changedAt())
        .as("its forecast is another one")
        .isEqualTo(plan.stores.versions().publication(PlanStore.DEFAULT).get().changedAt());
    assertThat(plan.stores.versions().find(next).orElseThrow().contentHash()).contains("hash");
  }

  @Test
  void what_was_taken_back_before_the_next_version_is_told_of_there_too() {
    long id = plan.published(over("tea", MONDAY, SUNDAY, VALUE, "30")).entry().overrideId();
    plan.decide.withdraw(target(id), "", ANN);
    Instant since = plan.rows(version, tea).get(0).changedAt();
    long next = plan.version(fixture, MEANS);
    plan.publish(next);
    assertThat(plan.finals(next, tea)).containsExactly("-", "-", "-", "-");
    assertThat(plan.rows(next, tea)).extracting(FinalStore.Final::changedAt).containsOnly(since);
  }

  @Test
  void going_back_to_an_older_version_lays_what_counts_now_over_it() {
    long next = plan.version(fixture, MEANS);
    plan.publish(next);
    plan.published(over("tea", MONDAY, SUNDAY, VALUE, "30"));
    assertThat(plan.rows(version, tea)).isEmpty();
    plan.show.show(plan.stores.versions().find(version).orElseThrow(), ANN, true);
    assertThat(plan.finals(version, tea)).containsExactly("30", "-", "-", "-");
  }

  @Test
  void the_feed_tells_what_readers_were_shown_and_what_was_laid_over_it() {
    long id = plan.published(over("tea", MONDAY, SUNDAY, VALUE, "30")).entry().overrideId();
    plan.decide.withdraw(target(id), "", ANN);
    long next = plan.version(fixture, MEANS);
    plan.publish(next);
    plan.show.show(plan.stores.versions().find(version).orElseThrow(), ANN, true);

    assertThat(
            new PublicationLog(plan.stores.sql())
                .after(List.of(PlanStore.DEFAULT), 0, 9).stream().map(e -> e.shown()))
        .extracting(s -> s.kind() + " " + s.versionId() + " by " + s.by())
        .containsExactly(
            "PUBLISHED " + version + " by nightly",
            "OVERRIDES " + version + " by bob",
            "OVERRIDES " + version + " by ann",
            "PUBLISHED " + next + " by nightly",
            "ROLLED_BACK " + version + " by ann");
  }

  @Test
  void after_its_last_day_it_expires_with_the_next_run_even_one_that_is_held_back() {
    OverrideTerms.Request today = over("tea", MONDAY, SUNDAY, VALUE, "30");
    OverrideTerms.Request ending =
        new OverrideTerms.Request(
            today.plan(),
            today.scope(),
            today.seriesId(),
            today.firstDay(),
            today.lastDay(),
            today.kind(),
            today.amount(),
            today.uom(),
            OverrideReason.EVENT,
            "",
            Optional.of(MONDAY));
    long id = plan.published(ending).entry().overrideId();
    clock.nowIsThe(MONDAY.plusDays(1));
    plan.publish(plan.version(fixture, MEANS));
    assertThat(plan.overrides.one(DataScope.unrestricted(), id).entry().status())
        .isEqualTo(OverrideStatus.EXPIRED);
    assertThat(plan.overrides.history(DataScope.unrestricted(), id))
        .last()
        .extracting(e -> e.by())
        .isEqualTo("calendar");
    long shown = plan.stores.versions().publication(PlanStore.DEFAULT).get().versionId();
    assertThat(plan.finals(shown, tea)).containsOnly("-");
  }

  @Test
  void the_order_of_publication_decides_whatever_the_numbers() {
    long first = plan.approved(over("tea", MONDAY, SUNDAY, VALUE, "30"));
    long second = plan.approved(over("", MONDAY, SUNDAY, VALUE, "100"));
    plan.decide.publish(List.of(target(second)), BOB);
    plan.decide.publish(List.of(target(first)), BOB);
    assertThat(plan.finals(version, tea)).containsExactly("30", "-", "-", "-");
    assertThat(plan.finals(version, cup)).containsExactly("40", "-", "-", "-");
  }

  @Test
  void a_preview_tells_what_would_be_and_whom_it_meets_and_changes_nothing() {
    long other = plan.published(over("tea", MONDAY, SUNDAY, VALUE, "30")).entry().overrideId();
    plan.published(over("cup", SUNDAY.plusDays(1), SUNDAY.plusDays(7), VALUE, "9"));
    long id =
        plan.overrides
            .draft(DataScope.unrestricted(), over("", MONDAY, SUNDAY.plusDays(7), DELTA, "34"), ANN)
            .entry()
            .overrideId();
    OverridePreview.Preview seen = plan.preview.of(DataScope.unrestricted(), id);
    assertThat(seen.effect().outcome()).isEqualTo(Outcome.APPLIED);
    assertThat(seen.effect().series()).isEqualTo(2);
    assertThat(seen.effect().before()).isEqualByComparingTo("49");
    assertThat(seen.effect().after()).isEqualByComparingTo("83");
    assertThat(seen.overlaps())
        .extracting(o -> o.overrideId())
        .as("both meet it: the other one in the days of the second week")
        .containsExactly(other, other + 1);
    assertThat(seen.periods()).hasSize(2);
    assertThat(
            seen.periods().stream()
                .map(p -> p.after().subtract(p.before()))
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("34");
    assertThat(plan.finals(version, tea)).as("not touched").containsExactly("30", "-", "-", "-");

    plan.decide.approve(target(id), BOB);
    plan.decide.publish(List.of(target(id)), BOB);
    assertThat(plan.preview.of(DataScope.unrestricted(), id).effect())
        .as("as it came")
        .isEqualTo(seen.effect())
        .isEqualTo(plan.overrides.one(DataScope.unrestricted(), id).effect().orElseThrow());
  }

  @Test
  void four_eyes_see_more_than_two_where_they_are_asked_for() {
    long before =
        plan.overrides
            .draft(DataScope.unrestricted(), over("tea", MONDAY, SUNDAY, VALUE, "30"), ANN)
            .entry()
            .overrideId();
    plan.decide.approve(target(before), ANN);
    configure(Map.of("dw.overrides.four-eyes", "true"));
    long id =
        plan.overrides
            .draft(DataScope.unrestricted(), over("tea", MONDAY, SUNDAY, VALUE, "30"), ANN)
            .entry()
            .overrideId();
    refused(Refused.Kind.FORBIDDEN, "somebody else", () -> plan.decide.approve(target(id), ANN));
    refused(
        Refused.Kind.CONFLICT,
        "approved by its author",
        () -> plan.decide.publish(List.of(target(before)), BOB));
    plan.decide.approve(target(id), BOB);
    assertThat(plan.decide.publish(List.of(target(id)), ANN)).hasSize(1);
  }

  @Test
  void what_makes_no_sense_is_refused_with_what_to_do() {
    refused(Refused.Kind.INVALID, "no series with item pot", draft("pot", SUNDAY, "1"));
    refused(Refused.Kind.INVALID, "before firstDay", draft("tea", MONDAY.minusDays(1), "1"));
    refused(Refused.Kind.INVALID, "VALUE is -1", draft("tea", SUNDAY, "-1"));
    refused(Refused.Kind.INVALID, "13 digits", draft("tea", SUNDAY, "1000000000000"));
    refused(Refused.Kind.INVALID, "13 digits", draft("tea", SUNDAY, "0.0000001"));
    refused(
        Refused.Kind.NOT_FOUND,
        "no override 99",
        () -> plan.overrides.one(DataScope.unrestricted(), 99));
    refused(
        Refused.Kind.NOT_FOUND,
        "no override 99",
        () -> plan.overrides.history(DataScope.unrestricted(), 99));
  }

  private ThrowingCallable draft(String item, LocalDate last, String amount) {
    return () ->
        plan.overrides.draft(
            DataScope.unrestricted(), over(item, MONDAY, last, VALUE, amount), ANN);
  }

  @Test
  void whoever_sees_a_part_lays_decides_and_sees_what_lies_in_it() {
    fixture.item("cup", "EA");
    fixture.item("tea", "EA");
    plan.stores.sql().update("update item set category = item_id");
    DataScope tea = new DataScope(Optional.empty(), Optional.empty(), Optional.of(Set.of("tea")));
    DataScope cup = new DataScope(Optional.empty(), Optional.empty(), Optional.of(Set.of("cup")));
    OverrideTerms.Request wanted = over("tea", MONDAY, SUNDAY, VALUE, "30");
    refused(
        Refused.Kind.INVALID,
        "no series with item tea",
        () -> plan.overrides.draft(cup, wanted, ANN));
    refused(
        Refused.Kind.FORBIDDEN,
        "what you may see and no more",
        () -> plan.overrides.draft(tea, over("", MONDAY, SUNDAY, VALUE, "30"), ANN));
    long id = plan.overrides.draft(tea, wanted, ANN).entry().overrideId();
    assertThat(plan.overrides.one(tea, id).entry().overrideId()).isEqualTo(id);
    assertThat(plan.overrides.history(tea, id)).hasSize(1);
    assertThat(plan.preview.of(tea, id).effect().outcome()).isEqualTo(LayerEffect.Outcome.APPLIED);
    String none = "no override " + id;
    refused(Refused.Kind.NOT_FOUND, none, () -> plan.overrides.one(cup, id));
    refused(Refused.Kind.NOT_FOUND, none, () -> plan.overrides.history(cup, id));
    refused(Refused.Kind.NOT_FOUND, none, () -> plan.preview.of(cup, id));
    DecideOverrides.Target target = DecideOverrides.Target.of(cup, id, Optional.empty());
    refused(Refused.Kind.NOT_FOUND, none, () -> plan.decide.approve(target, BOB));
    plan.overrides.deleteDraft(tea, id, Expected.anything(), ANN);
    refused(Refused.Kind.NOT_FOUND, none, () -> plan.overrides.history(tea, id));
    assertThat(plan.overrides.history(DataScope.unrestricted(), id)).hasSize(2);
  }

  @Test
  void units_have_to_fit_together() {
    fixture.item("cup", "EA");
    fixture.item("tea", "kg");
    refused(Refused.Kind.INVALID, "counted in EA, kg", draft("", SUNDAY, "1"));
    refused(Refused.Kind.INVALID, "whole units", draft("cup", SUNDAY, "1.5"));
    assertThat(
            plan.overrides
                .draft(DataScope.unrestricted(), over("tea", MONDAY, SUNDAY, VALUE, "1.5"), ANN)
                .entry())
        .extracting(e -> e.draft().uom())
        .isEqualTo("kg");
    long id = plan.approved(over("tea", MONDAY, SUNDAY, DELTA, "1"));
    plan.decide.publish(List.of(target(id)), BOB);
    long all = plan.approved(over("", MONDAY, SUNDAY, PERCENT, "-100"));
    plan.decide.publish(List.of(target(all)), BOB);
    assertThat(plan.finals(version, tea)).containsExactly("0", "-", "-", "-");
  }

  @Test
  void each_step_follows_its_rules() {
    long id =
        plan.overrides
            .draft(DataScope.unrestricted(), over("tea", MONDAY, SUNDAY, VALUE, "3"), ANN)
            .entry()
            .overrideId();
    refused(
        Refused.Kind.CONFLICT,
        "approve it before",
        () -> plan.decide.publish(List.of(target(id)), ANN));
    refused(Refused.Kind.CONFLICT, "is withdrawn", () -> plan.decide.withdraw(target(id), "", ANN));
    refused(
        Refused.Kind.STALE,
        "read it again",
        () ->
            plan.decide.approve(
                DecideOverrides.Target.of(DataScope.unrestricted(), id, Optional.of(7)), ANN));
    plan.decide.approve(target(id), BOB);
    refused(
        Refused.Kind.CONFLICT,
        "draft alone",
        () -> plan.overrides.deleteDraft(DataScope.unrestricted(), id, Expected.anything(), ANN));
    plan.decide.reject(target(id), "no", BOB);
    refused(Refused.Kind.CONFLICT, "REJECTED", () -> plan.decide.approve(target(id), BOB));
    assertThat(plan.overrides.history(DataScope.unrestricted(), id))
        .last()
        .extracting(e -> e.note())
        .isEqualTo("no");
  }

  @Test
  void days_that_are_over_are_not_published_and_later_ones_wait() {
    long past = plan.approved(over("tea", MONDAY.minusDays(9), MONDAY.minusDays(2), VALUE, "3"));
    refused(
        Refused.Kind.CONFLICT,
        "would change nothing",
        () -> plan.decide.publish(List.of(target(past)), BOB));
    OverrideRecord later =
        plan.published(over("tea", MONDAY.plusDays(90), MONDAY.plusDays(96), VALUE, "3"));
    assertThat(later.effect().orElseThrow().outcome()).isEqualTo(Outcome.BEYOND);
  }

  @Test
  void what_has_expired_before_it_was_published_is_refused() {
    OverrideTerms.Request today = over("tea", MONDAY, SUNDAY, VALUE, "30");
    long id =
        plan.approved(
            new OverrideTerms.Request(
                today.plan(),
                today.scope(),
                today.seriesId(),
                today.firstDay(),
                today.lastDay(),
                today.kind(),
                today.amount(),
                today.uom(),
                OverrideReason.EVENT,
                "",
                Optional.of(MONDAY)));
    clock.nowIsThe(MONDAY.plusDays(1));
    refused(
        Refused.Kind.CONFLICT,
        "which is over",
        () -> plan.decide.publish(List.of(target(id)), BOB));
    assertThat(plan.overrides.one(DataScope.unrestricted(), id).entry().status())
        .isEqualTo(OverrideStatus.APPROVED);
  }

  @Test
  void an_override_that_is_published_while_a_run_publishes_is_in_the_new_version()
      throws Exception {
    long id = plan.approved(over("tea", MONDAY, SUNDAY, VALUE, "30"));
    long next = plan.version(fixture, MEANS);
    inTransactions(
        run -> run.publish(next), planner -> planner.decide.publish(List.of(target(id)), BOB));
    assertThat(plan.finals(next, tea)).containsExactly("30", "-", "-", "-");
  }

  @Test
  void a_run_that_publishes_while_an_override_is_published_has_it() throws Exception {
    long id = plan.approved(over("tea", MONDAY, SUNDAY, VALUE, "30"));
    long next = plan.version(fixture, MEANS);
    inTransactions(
        planner -> planner.decide.publish(List.of(target(id)), BOB), run -> run.publish(next));
    assertThat(plan.finals(version, tea)).containsExactly("30", "-", "-", "-");
    assertThat(plan.finals(next, tea)).containsExactly("30", "-", "-", "-");
  }

  /** Lets one do its work and the other begin before the first commits. */
  private void inTransactions(Consumer<PlanFixture> first, Consumer<PlanFixture> second)
      throws Exception {
    try (OneTransaction one = new OneTransaction(database);
        OneTransaction two = new OneTransaction(database)) {
      first.accept(new PlanFixture(one.dataSource(), clock, Map.of()));
      PlanFixture other = new PlanFixture(two.dataSource(), clock, Map.of());
      CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> second.accept(other));
      assertThatThrownBy(() -> waiting.get(3, TimeUnit.SECONDS))
          .as("it waits, for longer than H2 waits by itself")
          .isInstanceOf(TimeoutException.class);
      one.commit();
      waiting.get(LONGEST_WAIT, TimeUnit.SECONDS);
      two.commit();
    }
  }

  private static void refused(Refused.Kind kind, String says, ThrowingCallable asked) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.kind()).isEqualTo(kind))
        .hasMessageContaining(says);
  }
}
