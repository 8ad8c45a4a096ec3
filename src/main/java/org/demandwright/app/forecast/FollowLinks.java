package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Clock;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DayTotal;
import org.demandwright.core.demand.LaunchRamp;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.StockOut;
import org.demandwright.core.pipeline.LinkedForecasts.Joined;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.core.quality.InheritedDemand;
import org.demandwright.core.quality.LayeredDemand;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.demand.LinkStore;
import org.demandwright.store.demand.MasterDataStore;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.VersionLinkStore;
import org.demandwright.store.forecast.VersionStore.Version;
import org.demandwright.store.intake.SalesLineStore;
import org.demandwright.store.quality.SeriesDemand;

/**
 * Makes lifecycle links count in a forecast: what a successor takes over is laid over its demand as
 * a correction before a version is opened, so that snapshots, lineage and differences know it as
 * they know all corrections; and which series a version joins is fixed with it.
 */
@ApplicationScoped
public class FollowLinks {
  private final LinkStore links;
  private final VersionLinkStore ofVersions;
  private final SeriesStore series;
  private final SeriesDemand demand;
  private final LayerStore layers;
  private final MasterDataStore masterData;
  private final SalesLineStore lines;
  private final Clock clock;

  @Inject
  FollowLinks(
      LinkStore links,
      VersionLinkStore ofVersions,
      SeriesStore series,
      SeriesDemand demand,
      LayerStore layers,
      MasterDataStore masterData,
      SalesLineStore lines,
      Clock clock) {
    this.links = links;
    this.ofVersions = ofVersions;
    this.series = series;
    this.demand = demand;
    this.layers = layers;
    this.masterData = masterData;
    this.lines = lines;
    this.clock = clock;
  }

  FollowLinks() {
    this(null, null, null, null, null, null, null, null);
  }

  /**
   * Lays what successors take over as of now, in place of what they took over before.
   *
   * @param recipe of the version that is to see it; demand from its as-of day on does not count
   */
  @Transactional
  public void inherit(Recipe recipe) {
    Instant now = clock.now();
    Inheriting inheriting = new Inheriting(recipe, now);
    inOrder(links.all()).stream()
        .filter(entry -> entry.link().kind().inherits())
        .forEach(inheriting::follow);
    links.inherit(inheriting.all, now);
  }

  private List<SeriesStore.Ref> predecessors(LifecycleLink link) {
    return series.ofItem(link.org(), link.predecessor()).stream()
        .filter(ref -> link.isAt(ref.key().site()))
        .toList();
  }

  /** Those to an item before those from it, else by their numbers. */
  private static List<LinkStore.Entry> inOrder(List<LinkStore.Entry> all) {
    LinkedHashMap<Long, LinkStore.Entry> ordered = new LinkedHashMap<>();
    all.forEach(entry -> visit(entry, all, ordered));
    return List.copyOf(ordered.values());
  }

  private static void visit(
      LinkStore.Entry entry,
      List<LinkStore.Entry> all,
      LinkedHashMap<Long, LinkStore.Entry> ordered) {
    if (ordered.containsKey(entry.linkId())) {
      return;
    }
    LifecycleLink link = entry.link();
    for (LinkStore.Entry before : all) {
      LifecycleLink other = before.link();
      if (other.kind().inherits()
          && other.org().equals(link.org())
          && other.successor().equals(link.predecessor())) {
        visit(before, all, ordered);
      }
    }
    ordered.put(entry.linkId(), entry);
  }

  /** What is taken over, link after link. */
  private final class Inheriting {
    private final Recipe recipe;
    private final Instant now;
    private final Map<SeriesKey, Long> numbers = new HashMap<>();
    private final Map<Long, List<DemandLayer>> taken = new HashMap<>();
    private final List<LinkStore.Inheritance> all = new ArrayList<>();

    Inheriting(Recipe recipe, Instant now) {
      this.recipe = recipe;
      this.now = now;
    }

    void follow(LinkStore.Entry entry) {
      for (SeriesStore.Ref from : predecessors(entry.link())) {
        inheritance(entry, from)
            .ifPresent(
                i -> {
                  all.add(i);
                  taken
                      .computeIfAbsent(i.seriesId(), id -> new ArrayList<>())
                      .add(i.demand().layer());
                });
      }
    }

    private Optional<LinkStore.Inheritance> inheritance(
        LinkStore.Entry entry, SeriesStore.Ref from) {
      LifecycleLink link = entry.link();
      List<DayTotal> sold = days(from.seriesId(), link.first(), recipe);
      LayeredDemand before = LayeredDemand.of(sold, laid(from.seriesId()), cut(link, recipe));
      InheritedDemand inherited =
          InheritedDemand.of(
              link, before, stockOuts(from.key()), List.of(), LaunchRamp.none(link.first()));
      if (inherited.isEmpty()) {
        return Optional.empty();
      }
      long seriesId = number(successor(link, from.key()));
      if (!link.ramp().isEmpty()) {
        LocalDate level = link.first().plusWeeks(link.ramp().get().weeks());
        inherited =
            InheritedDemand.of(
                link,
                before,
                stockOuts(from.key()),
                days(seriesId, level, recipe),
                ramp(link, sold, recipe));
      }
      return Optional.of(
          new LinkStore.Inheritance(
              entry.linkId(),
              seriesId,
              inherited,
              said(link, launch(link, sold, recipe).isPresent()),
              entry.enteredBy()));
    }

    /** What lies over a predecessor, in the order of {@link LayerStore#activeAt}. */
    private List<DemandLayer> laid(long seriesId) {
      List<DemandLayer> laid = new ArrayList<>(taken.getOrDefault(seriesId, List.of()));
      layers.activeAt(now, seriesId, seriesId).stream()
          .map(LayerStore.Entry::layer)
          .filter(layer -> layer.kind() != DemandLayer.Kind.INHERITED)
          .forEach(laid::add);
      return laid;
    }

    /** Asked for once: a number that this transaction gives is nobody else's to remember. */
    private long number(SeriesKey key) {
      return numbers.computeIfAbsent(key, k -> series.idsOf(Set.of(k)).get(k));
    }
  }

  private static SeriesKey successor(LifecycleLink link, SeriesKey predecessor) {
    return new SeriesKey(
        predecessor.org(), link.successor(), predecessor.site(), predecessor.channel());
  }

  private static Words said(LifecycleLink link, boolean launchSeen) {
    Words said =
        Words.of(
            link.kind() == LifecycleLink.Kind.PHASE_IN ? "link.history-like" : "link.history",
            link.predecessor(),
            link.first(),
            link.factor());
    boolean wanted =
        link.ramp().filter(r -> r.shape() == LifecycleLink.Ramp.Shape.LAUNCH).isPresent();
    return wanted && !launchSeen
        ? said.and(Words.of("link.launch-not-seen", link.predecessor()))
        : said;
  }

  /** The first day of whose demand a link takes nothing over, or of which nothing is known. */
  private static LocalDate cut(LifecycleLink link, Recipe recipe) {
    return earlier(link.first(), recipe.dataAsOf());
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** What a version knows of the days before one, the rule for returns applied. */
  private List<DayTotal> days(long seriesId, LocalDate before, Recipe recipe) {
    SeriesStore.View view =
        new SeriesStore.View(
            earlier(before, recipe.dataAsOf()), recipe.knownAt(), recipe.returns().onDayOfSale());
    return demand
        .of(seriesId, seriesId, view)
        .getOrDefault(seriesId, SeriesDemand.Days.NONE)
        .known()
        .stream()
        .map(recipe.returns()::apply)
        .toList();
  }

  private List<StockOut> stockOuts(SeriesKey key) {
    return masterData.stockOuts(List.of(key.item())).stream()
        .filter(
            o ->
                o.item().orgId().equals(key.org())
                    && (o.siteId() == null || o.siteId().equals(key.site())))
        .map(o -> new StockOut(o.from(), o.to()))
        .toList();
  }

  /** By its own launch where that is wanted and was seen, else evenly. */
  private LaunchRamp ramp(LifecycleLink link, List<DayTotal> like, Recipe recipe) {
    if (link.ramp().isEmpty()) {
      return LaunchRamp.none(link.first());
    }
    return launch(link, like, recipe)
        .orElseGet(() -> LaunchRamp.linear(link.first(), link.ramp().get().weeks()));
  }

  private Optional<LaunchRamp> launch(LifecycleLink link, List<DayTotal> like, Recipe recipe) {
    return link.ramp()
        .filter(ramp -> ramp.shape() == LifecycleLink.Ramp.Shape.LAUNCH)
        .flatMap(
            ramp ->
                lines
                    .firstDemand(recipe.knownAt())
                    .flatMap(
                        begin ->
                            LaunchRamp.like(like, begin, known(like), link.first(), ramp.weeks())));
  }

  /** The day behind the last on which it sold. */
  private static LocalDate known(List<DayTotal> days) {
    return days.stream()
        .map(day -> day.day().plusDays(1))
        .max(LocalDate::compareTo)
        .orElse(LocalDate.EPOCH);
  }

  /** Fixes which series a version joins, unless it has been. */
  @Transactional
  public void fix(Version version) {
    if (!ofVersions.of(version.versionId()).isEmpty()) {
      return;
    }
    Recipe recipe = version.recipe();
    Instant known = recipe.knownAt().orElse(version.createdAt());
    List<Joined> joined = new ArrayList<>();
    for (LinkStore.Entry entry : links.all()) {
      LifecycleLink link = entry.link();
      if (link.kind() != LifecycleLink.Kind.SUBSTITUTE && !entry.enteredAt().isAfter(known)) {
        Map<SeriesKey, Long> successors = new HashMap<>();
        series
            .ofItem(link.org(), link.successor())
            .forEach(ref -> successors.put(ref.key(), ref.seriesId()));
        for (SeriesStore.Ref from : predecessors(link)) {
          Optional.ofNullable(successors.get(successor(link, from.key())))
              .ifPresent(to -> joined.add(joined(entry, from, to, recipe)));
        }
      }
    }
    joined.sort(Comparator.comparingLong(Joined::linkId));
    ofVersions.replace(version.versionId(), joined);
  }

  private Joined joined(LinkStore.Entry entry, SeriesStore.Ref from, long to, Recipe recipe) {
    LifecycleLink link = entry.link();
    boolean sold =
        days(to, recipe.dataAsOf(), recipe).stream().anyMatch(day -> day.gross().signum() > 0);
    return new Joined(
        entry.linkId(),
        link,
        from.seriesId(),
        to,
        ramp(link, days(from.seriesId(), link.first(), recipe), recipe),
        sold);
  }
}
