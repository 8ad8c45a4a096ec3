package org.demandwright.rest.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.app.plan.OverrideTerms;
import org.demandwright.core.plan.Adjustment;
import org.demandwright.core.plan.OverrideReason;
import org.demandwright.core.plan.Scope;
import org.demandwright.store.run.PlanStore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code POST /overrides}.
 *
 * @param plan by default the one that there always is
 * @param seriesId one series, instead of the parts of a scope
 * @param org company, by default any; likewise item, site, channel and category, which together say
 *     what is meant
 * @param lastDay included; by default the first
 * @param amount the new total in all days together (VALUE), what is added to it (DELTA), or per
 *     cent
 * @param uom to be checked against that of the series; by default theirs
 * @param note more about the reason; needed with OTHER
 * @param expiresOn the last day on which it counts; by default it has none
 */
@Schema(
    example =
        "{\"item\": \"cup-240\", \"site\": \"north\", \"firstDay\": \"2027-03-01\", \"lastDay\":"
            + " \"2027-03-31\", \"kind\": \"VALUE\", \"amount\": \"3000\", \"reason\":"
            + " \"PROMOTION\", \"note\": \"Leaflet of March\"}")
public record OverrideRequest(
    Optional<String> plan,
    Optional<Long> seriesId,
    Optional<String> org,
    Optional<String> item,
    Optional<String> site,
    Optional<String> channel,
    Optional<String> category,
    LocalDate firstDay,
    Optional<LocalDate> lastDay,
    Adjustment.Kind kind,
    BigDecimal amount,
    Optional<String> uom,
    OverrideReason reason,
    Optional<String> note,
    Optional<LocalDate> expiresOn) {

  OverrideTerms.Request request() {
    return new OverrideTerms.Request(
        plan.orElse(PlanStore.DEFAULT),
        new Scope(org, item, site, channel, category),
        seriesId,
        firstDay,
        lastDay,
        kind,
        amount,
        uom,
        reason,
        note.orElse(""),
        expiresOn);
  }
}
