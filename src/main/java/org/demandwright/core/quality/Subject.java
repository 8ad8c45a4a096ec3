package org.demandwright.core.quality;

import java.util.Objects;
import org.demandwright.core.demand.SeriesKey;

/**
 * What a finding is about: a series, or more than one where parts are empty.
 *
 * @param org the company, empty = every company
 * @param item empty = every item
 * @param site empty = every site
 * @param channel empty = every channel
 */
public record Subject(String org, String item, String site, String channel) {
  public Subject {
    Objects.requireNonNull(org, "org");
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(channel, "channel");
  }

  /** Returns the subject that is this one series. */
  public static Subject of(SeriesKey key) {
    return new Subject(key.org(), key.item(), key.site(), key.channel());
  }
}
