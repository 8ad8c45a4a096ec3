package org.demandwright.store.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.store.StoreExample.followed;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.demand.ItemKey;
import org.demandwright.core.demand.LaunchRamp;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.core.demand.LifecycleLink.Kind;
import org.demandwright.core.demand.ReturnsRule;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.StockOut;
import org.demandwright.core.pipeline.LinkedForecasts.Joined;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.core.quality.InheritedDemand;
import org.demandwright.store.StoreExample;
import org.demandwright.store.StoreExample.Does;
import org.demandwright.store.Stores;
import org.demandwright.store.demand.LinkStore.Entry;
import org.demandwright.store.demand.LinkStore.Filter;
import org.demandwright.store.demand.LinkStore.Inheritance;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.VersionLinkStore;
import org.demandwright.store.forecast.VersionStore;

/** What the stores of links do. */
public final class LinkExamples {
  private static final Instant NOW = Instant.parse("2026-04-01T02:00:00.123456Z");
  private static final LocalDate DAY = AnyLink.DAY;
  private static final DataScope ALL = DataScope.unrestricted();
  private static final Filter ANY =
      new Filter(Optional.empty(), Optional.empty(), Optional.empty());

  private static final LayerStore.Filter EVERY_LAYER =
      new LayerStore.Filter(Optional.empty(), Optional.empty());

  private LinkExamples() {}

  public static List<StoreExample<?>> all() {
    return List.of(
        new StoreExample<>(LinkStore.class, Does.RETURN_WHAT_WAS_WRITTEN, LinkExamples::written),
        new StoreExample<>(LinkStore.class, Does.RETURN_WHAT_WAS_WRITTEN, LinkExamples::inherited),
        new StoreExample<>(LinkStore.class, Does.PAGE_IN_ORDER, LinkExamples::pages),
        new StoreExample<>(LinkStore.class, Does.FORGET, LinkExamples::removed),
        new StoreExample<>(LinkStore.class, Does.FORGET, LinkExamples::unseen),
        new StoreExample<>(
            VersionLinkStore.class, Does.RETURN_WHAT_WAS_WRITTEN, LinkExamples::ofVersions));
  }

  private static void written(LinkStore store, Stores stores) {
    LifecycleLink ramp =
        new LifecycleLink(
            "A",
            Kind.PHASE_IN,
            "tea",
            "mate",
            Optional.of("S1"),
            DAY,
            Optional.empty(),
            new BigDecimal("0.500000"),
            Optional.of(new LifecycleLink.Ramp(LifecycleLink.Ramp.Shape.LAUNCH, 6)));
    Entry first = store.add(ramp, "like it", "ann", NOW);
    Entry second = store.add(AnyLink.from("B", "cup", "mug"), "", "eve", NOW);
    assertThat(store.all()).containsExactly(first, second);
    assertThat(first.link()).isEqualTo(ramp);
    Entry changed =
        store.change(
            first.linkId(), AnyLink.from("A", "tea", "mate"), "so", "eve", NOW.plusSeconds(9));
    assertThat(store.find(ALL, first.linkId())).contains(changed);
    assertThat(
            store.page(
                ALL,
                new Filter(Optional.of("B"), Optional.of("mug"), Optional.of(Kind.SUBSTITUTE)),
                0,
                9))
        .containsExactly(second);
    assertThat(
            store.page(
                ALL, new Filter(Optional.empty(), Optional.of("tea"), Optional.empty()), 0, 9))
        .containsExactly(changed);
    assertThat(store.find(DataScope.ofCompanies(Set.of("A")), second.linkId())).isEmpty();
    stores.series().idsOf(List.of(new SeriesKey("A", "tea", "S1", "")));
    assertThat(store.isKnown(ALL, "A", "tea")).isTrue();
    assertThat(store.isKnown(ALL, "B", "tea")).isFalse();
    assertThat(store.isKnown(DataScope.ofCompanies(Set.of("B")), "A", "tea")).isFalse();
    assertThat(store.companiesOf(ALL, "tea")).containsExactly("A");
    DataScope elsewhere =
        new DataScope(Optional.empty(), Optional.of(Set.of("S2")), Optional.empty());
    Entry here =
        store.add(AnyLink.of(Kind.PHASE_OUT, "A", "x", "y", Optional.of("S1")), "", "ann", NOW);
    assertThat(store.page(elsewhere, ANY, 0, 9))
        .as("of all sites, or of theirs")
        .containsExactly(changed, second);
    assertThat(store.find(elsewhere, here.linkId())).isEmpty();
    stores
        .masterData()
        .replaceItems(
            List.of(
                new MasterDataStore.Item(
                    new ItemKey("A", "tea"), "T", "Tea", "goods", "EA", null)));
    assertThat(store.page(ofCategories("goods"), ANY, 0, 9)).as("mate is of no category").isEmpty();
    assertThat(store.page(ofCategories("goods", ""), ANY, 0, 9))
        .containsExactly(changed, second, here);
    assertThat(store.page(ofCategories(""), ANY, 0, 9)).containsExactly(second, here);
  }

  private static DataScope ofCategories(String... names) {
    return new DataScope(Optional.empty(), Optional.empty(), Optional.of(Set.of(names)));
  }

  private static Inheritance of(long series, String units, Words said) {
    return new Inheritance(
        7,
        series,
        new InheritedDemand(
            List.of(
                new InheritedDemand.Day(DAY.minusDays(9), new BigDecimal(units)),
                new InheritedDemand.Day(DAY.minusDays(2), new BigDecimal("3"))),
            List.of(new StockOut(DAY.minusDays(4), LocalDate.MAX))),
        said,
        "ann");
  }

  private static void inherited(LinkStore store, Stores stores) {
    SeriesKey key = new SeriesKey("A", "mate", "S1", "");
    long series = stores.series().idsOf(List.of(key)).get(key);
    Words said = Words.of("link.history", "tea", DAY, BigDecimal.ONE);
    Inheritance wanted = of(series, "2.5", said);
    store.inherit(List.of(wanted), NOW);
    LayerStore.Entry laid = stores.layers().activeAt(NOW, series, series).get(0);
    assertThat(laid.layer().kind()).isEqualTo(DemandLayer.Kind.INHERITED);
    assertThat(laid.layer().inherited()).contains(wanted.demand());
    assertThat(laid.layer().delta().orElseThrow()).isEqualByComparingTo("5.5");
    assertThat(laid.said()).isEqualTo(said);
    store.inherit(List.of(wanted), NOW.plusSeconds(5));
    assertThat(stores.layers().activeAt(NOW.plusSeconds(9), series, series))
        .as("the same stays as it is")
        .containsExactly(laid);
    store.inherit(List.of(of(series, "4", said)), NOW.plusSeconds(10));
    assertThat(stores.layers().activeAt(NOW.plusSeconds(9), series, series))
        .extracting(LayerStore.Entry::layerId)
        .containsExactly(laid.layerId());
    LayerStore.Entry other = stores.layers().activeAt(NOW.plusSeconds(10), series, series).get(0);
    assertThat(other.layer().delta().orElseThrow()).isEqualByComparingTo("7");
    stores
        .layers()
        .apply(
            3,
            List.of(series),
            List.of(
                new LayerStore.Applied(series, other.layerId(), BigDecimal.ZERO, BigDecimal.TEN)));
    assertThat(store.inherited(3, series - 1, series))
        .isEqualTo(Map.of(series, Set.of("7 " + said.text())));
    assertThat(store.inherited(3, series, series + 9)).isEmpty();
    assertThat(store.inherited(3, series - 9, series - 1)).isEmpty();
    store.inherit(List.of(), NOW.plusSeconds(20));
    assertThat(stores.layers().activeAt(NOW.plusSeconds(20), series, series)).isEmpty();
    assertThat(stores.layers().activeAt(NOW.plusSeconds(19), series, series)).isNotEmpty();
  }

  private static void pages(LinkStore store, Stores stores) {
    List<Entry> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(store.add(AnyLink.from("A", "i" + i, "j" + i), "", "ann", NOW));
    }
    assertThat(followed(0L, (after, limit) -> store.page(ALL, ANY, after, limit), Entry::linkId))
        .isEqualTo(all);
  }

  private static void removed(LinkStore store, Stores stores) {
    Entry one = store.add(AnyLink.from("A", "tea", "mate"), "", "ann", NOW);
    Entry other = store.add(AnyLink.from("A", "cup", "mug"), "", "ann", NOW);
    assertThat(store.remove(one.linkId())).isTrue();
    assertThat(store.remove(one.linkId())).isFalse();
    assertThat(store.all()).containsExactly(other);
  }

  /**
   * Laid anew each minute; a version saw the second, a removed one that can be proved the third.
   */
  private static void unseen(LinkStore store, Stores stores) {
    SeriesKey key = new SeriesKey("A", "mate", "S1", "");
    long series = stores.series().idsOf(List.of(key)).get(key);
    Words said = Words.of("link.history", "tea", DAY, BigDecimal.ONE);
    List<Long> laid = new ArrayList<>();
    for (int minute = 0; minute < 5; minute++) {
      Instant when = NOW.plusSeconds(60 * minute);
      store.inherit(List.of(of(series, "" + (minute + 1), said)), when);
      laid.add(stores.layers().activeAt(when, series, series).get(0).layerId());
    }
    long seen = version(stores, 1, NOW.plusSeconds(60));
    long proved = version(stores, 2, NOW.plusSeconds(179));
    stores
        .sql()
        .update(
            "insert into kept_version (version_id, plan_name, bucket, season, horizon, origins,"
                + " seed, models, objective, data_as_of, last_demand, origin, known_at,"
                + " returns_rule, totals_of, training, contest_of, contest_day, created_at,"
                + " published_at, content_hash) select version_id, plan_name, bucket, season,"
                + " horizon, origins, seed, models, objective, data_as_of, last_demand, origin,"
                + " known_at, returns_rule, totals_of, training, version_id, data_as_of,"
                + " created_at, created_at, content_hash from forecast_version"
                + " where version_id = ?",
            proved);
    stores.versions().delete(List.of(proved));
    store.forgetUnseen();
    assertThat(stores.layers().before(ALL, Long.MAX_VALUE, EVERY_LAYER, 9))
        .extracting(LayerStore.Entry::layerId)
        .containsExactly(laid.get(4), laid.get(2), laid.get(1));
    assertThat(stores.layers().find(ALL, laid.get(1)).orElseThrow().layer().inherited())
        .isPresent();
    stores.versions().delete(List.of(seen));
    store.forgetUnseen();
    assertThat(stores.layers().find(ALL, laid.get(1))).isEmpty();
  }

  private static long version(Stores stores, long instance, Instant when) {
    Recipe recipe =
        new Recipe(
            Bucket.WEEK,
            52,
            4,
            3,
            1,
            "Naive",
            "rmsse",
            DAY,
            DAY.minusDays(1),
            DAY,
            Optional.empty(),
            ReturnsRule.SEPARATE,
            Optional.empty());
    return stores
        .versions()
        .open(instance, recipe, new VersionStore.Planned("default", Set.of()), when)
        .versionId();
  }

  private static void ofVersions(VersionLinkStore store, Stores stores) {
    LifecycleLink link = AnyLink.of(Kind.PHASE_IN, "A", "tea", "mate", Optional.empty());
    Joined one = new Joined(4, link, 1, 2, new LaunchRamp(DAY, List.of(0.25, 1 / 3.0)), false);
    Joined other = new Joined(4, link, 3, 5, LaunchRamp.none(DAY), true);
    store.replace(9, List.of(other));
    store.replace(9, List.of(other, one));
    assertThat(store.of(9)).containsExactly(one, other);
    assertThat(store.of(8)).isEmpty();
  }
}
