package org.demandwright.core.demand;

import java.util.Comparator;
import java.util.Objects;

/**
 * What one series is about: organisation × item × site × channel. The order is that of the code
 * units, so that it is the same on every database and in every locale.
 *
 * @param org the company; companies are never mixed
 * @param item the item's identity in the ERP, never empty
 * @param site the site's identity, empty where the ERP has none
 * @param channel the sales channel, empty where the ERP has none
 */
public record SeriesKey(String org, String item, String site, String channel)
    implements Comparable<SeriesKey> {
  private static final Comparator<SeriesKey> ORDER =
      Comparator.comparing(SeriesKey::org)
          .thenComparing(SeriesKey::item)
          .thenComparing(SeriesKey::site)
          .thenComparing(SeriesKey::channel);

  public SeriesKey {
    Objects.requireNonNull(org, "org");
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(channel, "channel");
    if (item == null || item.isBlank()) {
      throw new IllegalArgumentException("a series needs an item");
    }
  }

  /** Returns the key of an item that is sold by one company at one site in one channel. */
  public static SeriesKey of(String item) {
    return new SeriesKey("", item, "", "");
  }

  @Override
  public int compareTo(SeriesKey other) {
    return ORDER.compare(this, other);
  }

  /** Returns the four parts joined by {@code |}, the form that messages and hashes use. */
  @Override
  public String toString() {
    return org + "|" + item + "|" + site + "|" + channel;
  }
}
