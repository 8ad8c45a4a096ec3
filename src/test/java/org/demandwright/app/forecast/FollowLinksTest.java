package org.demandwright.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Clock;
import org.demandwright.app.Wordbook;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.core.demand.LifecycleLink.Kind;
import org.demandwright.core.demand.LifecycleLink.Ramp;
import org.demandwright.core.demand.Lines;
import org.demandwright.core.demand.ReturnsRule;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.SeriesLine;
import org.demandwright.core.demand.ThirteenWeeks;
import org.demandwright.core.pipeline.LinkedForecasts.Joined;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.core.quality.LayeredDemand;
import org.demandwright.store.OneTransaction;
import org.demandwright.store.Stores;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.demand.LinkStore;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.VersionLinkStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.intake.IntakeRun;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An old item that sells 2 a week at two sites, and a new one that has sold once at one. */
class FollowLinksTest {
  private static final LocalDate THEN = LocalDate.of(2026, 1, 5);
  private static final LocalDate DAY = THEN.plusWeeks(6);
  private static final LocalDate TODAY = THEN.plusWeeks(10);
  private static final Instant NOW = Instant.parse("2026-03-16T02:00:00Z");
  private static final Recipe RECIPE = recipe(TODAY, Optional.empty());

  private final JdbcDataSource database = new JdbcDataSource();
  private final List<SeriesLine> lines = new ArrayList<>();
  private Stores stores;
  private LinkStore links;
  private VersionLinkStore ofVersions;
  private FollowLinks follow;

  @BeforeEach
  void fill() {
    database.setURL("jdbc:h2:mem:links-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
    stores = Stores.of(database);
    links = new LinkStore(stores.sql());
    ofVersions = new VersionLinkStore(stores.sql());
    follow = follow(stores);
    for (int week = 0; week < 8; week++) {
      line("old", "S1", THEN.plusWeeks(week), "2");
      line("old", "S2", THEN.plusWeeks(week), "2");
    }
    line("new", "S1", DAY.plusDays(1), "3");
    line("other", "S1", THEN, "1");
    write();
  }

  private static FollowLinks follow(Stores stores) {
    return new FollowLinks(
        new LinkStore(stores.sql()),
        new VersionLinkStore(stores.sql()),
        stores.series(),
        stores.demand(),
        stores.layers(),
        stores.masterData(),
        stores.salesLines(),
        new Clock());
  }

  private void line(String item, String site, LocalDate day, String units) {
    lines.add(
        new SeriesLine(
            Optional.of(key(item, site)),
            Lines.line(
                "lineId",
                "L" + lines.size(),
                "sourceKind",
                "SOL",
                "sourceKey",
                (long) lines.size(),
                "documentNo",
                "D1",
                "lineKind",
                "ORDER",
                "bookedOn",
                day,
                "itemId",
                item,
                "quantity",
                new BigDecimal(units),
                "uomId",
                "EA",
                "changedAt",
                LocalDateTime.of(2026, 3, 15, 8, 0))));
  }

  private void write() {
    write(NOW);
  }

  private void write(Instant known) {
    stores
        .intake()
        .write(lines, List.of(), Map.of(), new IntakeRun(5, "dw_sales_line", known, false));
    for (LocalDate day : List.of(THEN, THEN.plusWeeks(5), TODAY)) {
      stores.sums().keep(ThirteenWeeks.of(day), 1, 99);
    }
  }

  private static SeriesKey key(String item, String site) {
    return new SeriesKey("A", item, site, "");
  }

  private long series(String item, String site) {
    return stores.series().ofItem("A", item).stream()
        .filter(ref -> ref.key().site().equals(site))
        .findFirst()
        .orElseThrow()
        .seriesId();
  }

  private LinkStore.Entry link(Kind kind, String from, String to, String factor, Ramp ramp) {
    return links.add(
        new LifecycleLink(
            "A",
            kind,
            from,
            to,
            Optional.empty(),
            DAY,
            Optional.empty(),
            new BigDecimal(factor),
            Optional.ofNullable(ramp)),
        "",
        "ann",
        NOW);
  }

  private List<LayerStore.Entry> laid(String item, String site) {
    long id = series(item, site);
    return stores.layers().activeAt(Instant.now().plusSeconds(60), id, id);
  }

  private static List<String> days(LayerStore.Entry entry) {
    return entry.layer().inherited().orElseThrow().days().stream()
        .map(d -> d.day() + " " + d.units().stripTrailingZeros().toPlainString())
        .toList();
  }

  @Test
  void the_history_before_the_link_is_taken_over_and_says_from_whom() {
    link(Kind.SUPERSESSION, "old", "new", "0.5", null);
    follow.inherit(RECIPE);
    LayerStore.Entry entry = laid("new", "S1").get(0);
    assertThat(entry.layer().kind()).isEqualTo(DemandLayer.Kind.INHERITED);
    assertThat(days(entry)).hasSize(6).first().isEqualTo("2026-01-05 1");
    assertThat(Wordbook.english().say(entry.said()))
        .isEqualTo("The history before 2026-02-16 is taken over from old, times 0.5.");
    assertThat(laid("new", "S2")).as("where it never sold, too").hasSize(1);
    assertThat(stores.series().ofItem("A", "new")).hasSize(2);
  }

  @Test
  void a_night_that_knows_nothing_else_leaves_it_and_a_late_line_or_another_link_counts() {
    LinkStore.Entry entered = link(Kind.SUPERSESSION, "old", "new", "1", null);
    follow.inherit(RECIPE);
    List<LayerStore.Entry> before = laid("new", "S1");
    follow.inherit(RECIPE);
    assertThat(laid("new", "S1")).isEqualTo(before);
    line("old", "S1", THEN.plusDays(3), "7");
    write();
    follow.inherit(RECIPE);
    assertThat(laid("new", "S1")).hasSize(1);
    assertThat(days(laid("new", "S1").get(0))).contains("2026-01-08 7");
    links.remove(entered.linkId());
    follow.inherit(RECIPE);
    assertThat(laid("new", "S1")).isEmpty();
  }

  @Test
  void corrections_of_the_predecessor_and_what_it_took_over_itself_are_taken_along() {
    long old = series("old", "S1");
    stores
        .layers()
        .add(
            old,
            new DemandLayer(
                DemandLayer.Kind.MANUAL, THEN, THEN, Optional.of(BigDecimal.TEN), Optional.empty()),
            "why",
            "eve",
            NOW);
    links.add(
        new LifecycleLink(
            "A",
            Kind.SUPERSESSION,
            "other",
            "old",
            Optional.of("S1"),
            THEN.plusDays(1),
            Optional.empty(),
            new BigDecimal("100"),
            Optional.empty()),
        "",
        "ann",
        NOW);
    link(Kind.SUPERSESSION, "old", "new", "1", null);
    follow.inherit(RECIPE);
    assertThat(days(laid("new", "S1").get(0))).first().isEqualTo("2026-01-05 112");
  }

  @Test
  void a_version_keeps_the_links_that_it_was_made_with() {
    LinkStore.Entry in = link(Kind.PHASE_IN, "old", "new", "1", new Ramp(Ramp.Shape.LAUNCH, 3));
    link(Kind.SUBSTITUTE, "old", "other", "1", null);
    follow.inherit(RECIPE);
    assertThat(Wordbook.english().say(laid("new", "S1").get(0).said()))
        .endsWith("The launch of old was not seen: the new item comes to its level in even steps.");
    assertThat(days(laid("new", "S1").get(0))).last().isEqualTo("2026-02-17 9");
    VersionStore.Version version = version();
    follow.fix(version);
    links.remove(in.linkId());
    follow.fix(version);
    List<Joined> joined = ofVersions.of(version.versionId());
    assertThat(joined).hasSize(2);
    assertThat(joined).extracting(Joined::sold).containsExactlyInAnyOrder(true, false);
    assertThat(joined)
        .allSatisfy(j -> assertThat(j.ramp().shares()).containsExactly(0.25, 0.5, 0.75));
    assertThat(new LinkedSeries(ofVersions).series(version.versionId()))
        .isEqualTo(
            Set.of(
                series("old", "S1"),
                series("old", "S2"),
                series("new", "S1"),
                series("new", "S2")));
  }

  @Test
  void without_links_nothing_is_laid_and_no_series_is_made() {
    long series = stores.series().count();
    follow.inherit(RECIPE);
    follow.fix(version());
    assertThat(stores.series().count()).isEqualTo(series);
    assertThat(stores.layers().activeAt(Instant.now().plusSeconds(60), 1, 99)).isEmpty();
  }

  /** Item late begins to sell six weeks before it is known that it went on for two months. */
  private LinkStore.Entry likeAnItemThatBeginsToSell() {
    for (int week = 5; week < 7; week++) {
      line("late", "S1", THEN.plusWeeks(week), "2");
    }
    write();
    return links.add(
        new LifecycleLink(
            "A",
            Kind.PHASE_IN,
            "late",
            "new",
            Optional.empty(),
            THEN.plusWeeks(20),
            Optional.empty(),
            BigDecimal.ONE,
            Optional.of(new Ramp(Ramp.Shape.LAUNCH, 2))),
        "",
        "ann",
        NOW);
  }

  private void itGoesOn(Instant known) {
    for (int week = 7; week < 14; week++) {
      line("late", "S1", THEN.plusWeeks(week), "4");
    }
    write(known);
  }

  @Test
  void a_version_of_an_earlier_day_does_not_know_what_was_sold_since() {
    likeAnItemThatBeginsToSell();
    Recipe then = recipe(THEN.plusWeeks(7), Optional.empty());
    follow.inherit(then);
    List<LayerStore.Entry> before = laid("new", "S1");
    assertThat(days(before.get(0))).containsExactly("2026-02-09 2", "2026-02-16 2");
    VersionStore.Version one = version(1, then);
    follow.fix(one);
    itGoesOn(NOW);
    follow.inherit(then);
    assertThat(laid("new", "S1")).isEqualTo(before);
    VersionStore.Version other = version(2, then);
    follow.fix(other);
    assertThat(ofVersions.of(other.versionId())).isEqualTo(ofVersions.of(one.versionId()));
    Recipe now = recipe(THEN.plusWeeks(14), Optional.empty());
    follow.inherit(now);
    assertThat(days(laid("new", "S1").get(0))).as("of today they count").hasSize(9);
    VersionStore.Version today = version(3, now);
    follow.fix(today);
    assertThat(ofVersions.of(today.versionId()))
        .isNotEqualTo(ofVersions.of(one.versionId()))
        .extracting(j -> j.ramp().shares())
        .containsExactly(List.of(0.5, 0.5));
  }

  @Test
  void a_version_as_of_what_was_known_then_sees_launches_as_they_were_known() {
    likeAnItemThatBeginsToSell();
    Recipe then = recipe(THEN.plusWeeks(14), Optional.of(NOW.plusSeconds(60)));
    VersionStore.Version one = version(1, then);
    follow.inherit(recipe(THEN.plusWeeks(14), Optional.empty()));
    follow.fix(one);
    itGoesOn(NOW.plusSeconds(3600));
    VersionStore.Version other = version(2, then);
    follow.fix(other);
    assertThat(ofVersions.of(other.versionId())).hasSize(1);
    assertThat(ofVersions.of(other.versionId())).isEqualTo(ofVersions.of(one.versionId()));
  }

  /** Somebody knows what these days demanded in all; what is taken over is laid anew below it. */
  @Test
  void a_correction_over_days_that_are_taken_over_keeps_its_meaning() {
    link(Kind.SUPERSESSION, "old", "new", "1", null);
    follow.inherit(RECIPE);
    stores
        .layers()
        .add(
            series("new", "S1"),
            new DemandLayer(
                DemandLayer.Kind.MANUAL,
                THEN,
                DAY.minusDays(1),
                Optional.empty(),
                Optional.of(new BigDecimal("100"))),
            "why",
            "eve",
            NOW);
    links.add(
        new LifecycleLink(
            "A",
            Kind.SUPERSESSION,
            "new",
            "newer",
            Optional.of("S1"),
            DAY,
            Optional.empty(),
            BigDecimal.ONE,
            Optional.empty()),
        "",
        "ann",
        NOW);
    line("old", "S1", THEN.plusDays(3), "7");
    write();
    follow.inherit(RECIPE);
    assertThat(laid("new", "S1"))
        .extracting(e -> e.layer().kind())
        .containsExactly(DemandLayer.Kind.INHERITED, DemandLayer.Kind.MANUAL);
    LayeredDemand layered =
        LayeredDemand.of(
            List.of(),
            laid("new", "S1").stream().map(LayerStore.Entry::layer).toList(),
            DAY.plusDays(1));
    assertThat(
            layered.days().stream().map(DayTotal::gross).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("100");
    assertThat(laid("newer", "S1").get(0).layer().delta().orElseThrow())
        .isEqualByComparingTo("100");
  }

  @Test
  void a_number_of_a_run_that_is_undone_is_not_remembered() throws SQLException {
    link(Kind.SUPERSESSION, "old", "heir", "1", null);
    link(Kind.SUPERSESSION, "other", "heir", "1", null);
    try (OneTransaction undone = new OneTransaction(database)) {
      Stores within = Stores.on(undone.dataSource());
      follow(within).inherit(RECIPE);
      undone.rollback();
      SeriesKey key = key("heir", "S1");
      long number = within.series().idsOf(Set.of(key)).get(key);
      assertThat(within.series().ofItem("A", "heir"))
          .extracting(SeriesStore.Ref::seriesId)
          .containsExactly(number);
    }
  }

  private static Recipe recipe(LocalDate asOf, Optional<Instant> knownAt) {
    return new Recipe(
        Bucket.WEEK,
        52,
        4,
        3,
        1,
        "Naive",
        "rmsse",
        asOf,
        DAY,
        asOf,
        knownAt,
        ReturnsRule.SEPARATE,
        Optional.empty());
  }

  private VersionStore.Version version() {
    return version(7, RECIPE);
  }

  private VersionStore.Version version(long instance, Recipe recipe) {
    return stores
        .versions()
        .open(instance, recipe, new VersionStore.Planned("default", Set.of()), Instant.now());
  }
}
