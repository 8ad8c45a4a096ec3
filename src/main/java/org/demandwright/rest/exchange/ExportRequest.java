package org.demandwright.rest.exchange;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.app.exchange.ExportTerms;
import org.demandwright.app.forecast.VersionChoice;
import org.demandwright.core.demand.DataScope;
import org.demandwright.rest.forecast.Net;
import org.demandwright.rest.forecast.Shown;
import org.demandwright.store.forecast.SeriesSelection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which forecasts are wanted as a file: the filters of their list.
 *
 * @param versionId by default what readers of the plan see
 * @param plan by default the one that there always is
 * @param raw whether text stands as it is, for machines; by default, text that a spreadsheet would
 *     take for a formula gets an apostrophe in front
 */
@Schema(example = "{\"plan\": \"default\", \"site\": \"S01\", \"raw\": true}")
public record ExportRequest(
    Optional<Long> versionId,
    Optional<String> plan,
    Optional<String> org,
    Optional<String> item,
    Optional<String> site,
    Optional<String> channel,
    Optional<String> category,
    Optional<Long> seriesId,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    Optional<Instant> changedSince,
    Optional<BigDecimal> minChangeQty,
    Optional<Shown> include,
    Optional<Net> net,
    Optional<Boolean> raw) {

  VersionChoice choice() {
    return new VersionChoice(versionId, plan);
  }

  ExportTerms terms(DataScope scope) {
    return new ExportTerms(
        new SeriesSelection(scope, org, item, site, channel, category, seriesId),
        from,
        to,
        changedSince,
        minChangeQty,
        Shown.notRecommended(include),
        Net.share(net),
        raw.orElse(false));
  }
}
