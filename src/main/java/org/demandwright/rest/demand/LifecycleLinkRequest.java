package org.demandwright.rest.demand;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.app.demand.LifecycleLinks;
import org.demandwright.core.demand.LifecycleLink;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code POST /lifecycle-links} and {@code PUT /lifecycle-links/{id}}.
 *
 * @param org the company of both items; by default the one that has both
 * @param kind what the one item is to the other
 * @param predecessor the item that was there before; of a PHASE_IN the one that the new one is like
 * @param successor the item that follows, or can stand in
 * @param site at which it holds, by default all
 * @param firstDay the first day on which it holds
 * @param lastDay of a PHASE_OUT the day from which on the successor has all, by default the first;
 *     of a SUBSTITUTE the last day, by default none; others have none
 * @param factor units of the successor for one of the predecessor, by default 1
 * @param ramp how a PHASE_IN comes to its level, by default at once
 * @param rampWeeks until it has it, by default 8
 * @param note why
 */
@Schema(
    example =
        "{\"kind\": \"SUPERSESSION\", \"predecessor\": \"I0001\", \"successor\": \"I0002\","
            + " \"firstDay\": \"2027-03-01\", \"note\": \"New pack\"}")
public record LifecycleLinkRequest(
    Optional<String> org,
    LifecycleLink.Kind kind,
    String predecessor,
    String successor,
    Optional<String> site,
    LocalDate firstDay,
    Optional<LocalDate> lastDay,
    Optional<BigDecimal> factor,
    Optional<LifecycleLink.Ramp.Shape> ramp,
    Optional<Integer> rampWeeks,
    Optional<String> note) {

  LifecycleLinks.Request request() {
    return new LifecycleLinks.Request(
        org, kind, predecessor, successor, site, firstDay, lastDay, factor, ramp, rampWeeks, note);
  }
}
