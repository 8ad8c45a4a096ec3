package org.demandwright.core.plan;

import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.demand.SeriesKey;

/**
 * Which series an override is about: those that agree with all parts that are given. A part that is
 * empty means any; one that is given as an empty text means series without it. With no part at all
 * it is every series.
 *
 * @param category of the item
 */
public record Scope(
    Optional<String> org,
    Optional<String> item,
    Optional<String> site,
    Optional<String> channel,
    Optional<String> category) {
  public static final Scope ALL =
      new Scope(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  public Scope {
    Objects.requireNonNull(org, "org");
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(category, "category");
  }

  /** Returns the scope of one series. */
  public static Scope of(SeriesKey key) {
    return new Scope(
        Optional.of(key.org()),
        Optional.of(key.item()),
        Optional.of(key.site()),
        Optional.of(key.channel()),
        Optional.empty());
  }

  /** Returns whether a series whose item is of this category belongs to it. */
  public boolean holds(SeriesKey key, String ofCategory) {
    return agrees(item, key.item())
        && agrees(site, key.site())
        && agrees(org, key.org())
        && agrees(channel, key.channel())
        && agrees(category, ofCategory);
  }

  private static boolean agrees(Optional<String> wanted, String given) {
    return wanted.isEmpty() || wanted.get().equals(given);
  }
}
