package org.demandwright.core.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Cleaned;
import org.demandwright.core.demand.EventCalendar;
import org.demandwright.core.demand.SeriesKey;
import org.demandwright.core.demand.StockOut;

/**
 * Everything that the rules know of one series.
 *
 * @param key what it is about
 * @param profile its lines
 * @param cleaned its demand per period with the corrections of {@link
 *     org.demandwright.core.demand.DemandCleaner}; empty where no complete period has demand
 * @param events holidays and other occasions that were known in advance
 * @param stockOuts spells on which it could not be bought
 * @param item what the master data say of its item
 * @param asOf the first day that is not known yet
 */
public record InspectedSeries(
    SeriesKey key,
    SeriesProfile profile,
    Optional<Cleaned> cleaned,
    EventCalendar events,
    List<StockOut> stockOuts,
    ItemState item,
    LocalDate asOf) {
  public InspectedSeries {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(cleaned, "cleaned");
    Objects.requireNonNull(events, "events");
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(asOf, "asOf");
    stockOuts = List.copyOf(stockOuts);
  }

  /** Makes a finding of this series whose severity follows from its effect. */
  Finding finding(
      Rule rule, LocalDate first, LocalDate last, LineSelection lines, double units, Words what) {
    double share = profile.shareOf(units);
    return new Finding(
        rule,
        Severity.ofShare(share),
        Subject.of(key),
        first,
        last,
        lines,
        List.of(),
        units,
        share,
        profile.valueOf(units),
        what);
  }
}
