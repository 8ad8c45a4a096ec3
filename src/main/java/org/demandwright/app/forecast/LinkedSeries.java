package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Words;
import org.demandwright.core.demand.LifecycleLink;
import org.demandwright.core.demand.Period;
import org.demandwright.core.pipeline.LinkedForecasts;
import org.demandwright.core.pipeline.LinkedForecasts.Effect;
import org.demandwright.core.pipeline.LinkedForecasts.Joined;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.forecast.VersionLinkStore;
import org.demandwright.store.forecast.VersionStore.Version;

/** What the links of a version do to the forecasts of its series. */
@ApplicationScoped
public class LinkedSeries {
  private final VersionLinkStore links;

  @Inject
  LinkedSeries(VersionLinkStore links) {
    this.links = links;
  }

  LinkedSeries() {
    this(null);
  }

  /** Returns the numbers of the series that a version joins. */
  public Set<Long> series(long versionId) {
    Set<Long> all = new HashSet<>();
    for (Joined j : links.of(versionId)) {
      all.add(j.predecessor());
      all.add(j.successor());
    }
    return all;
  }

  /** Follows all links of a version. */
  public LinkedForecasts of(Version version) {
    return followed(version, links.of(version.versionId()));
  }

  /** Follows the links that have to do with one series, directly or over others. */
  public LinkedForecasts of(Version version, long seriesId) {
    List<Joined> all = links.of(version.versionId());
    Set<Long> reached = new HashSet<>(Set.of(seriesId));
    List<Joined> some = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Joined j : all) {
        if (!some.contains(j)
            && (reached.contains(j.predecessor()) || reached.contains(j.successor()))) {
          some.add(j);
          reached.add(j.predecessor());
          reached.add(j.successor());
          more = true;
        }
      }
    }
    return followed(version, some);
  }

  /** Returns what a series was forecast by itself, empty where links change nothing of it. */
  public Optional<DoubleVector> alone(Version version, long seriesId) {
    return of(version, seriesId).of(seriesId).isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(links.means(version.versionId(), Set.of(seriesId)).get(seriesId));
  }

  private LinkedForecasts followed(Version version, List<Joined> some) {
    Set<Long> series = new HashSet<>();
    some.forEach(j -> series.addAll(List.of(j.predecessor(), j.successor())));
    Recipe recipe = version.recipe();
    return LinkedForecasts.of(
        some,
        links.means(version.versionId(), series),
        Period.of(recipe.bucket(), recipe.origin()));
  }

  /** Returns what a link does to a series, in a sentence. */
  public static Words said(Effect effect) {
    LifecycleLink link = effect.by().link();
    boolean successor = effect.seriesId() == effect.by().successor();
    return switch (link.kind()) {
      case PHASE_OUT ->
          successor
              ? Words.of("link.taken-over", link.predecessor(), link.first(), link.factor())
              : Words.of("link.given", link.successor(), link.first());
      case SUPERSESSION ->
          !successor
              ? Words.of("link.superseded", link.successor(), link.first())
              : effect.isMore()
                  ? Words.of("link.goes-on", link.predecessor(), link.first(), link.factor())
                  : Words.of("link.begins", link.predecessor(), link.first());
      case PHASE_IN, SUBSTITUTE ->
          Words.of(
              "link.ramp", link.predecessor(), link.first(), effect.by().ramp().shares().size());
    };
  }
}
