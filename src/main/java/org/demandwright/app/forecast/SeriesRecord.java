package org.demandwright.app.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.evaluate.Verdict;

/**
 * One series with its outcome in the published version.
 *
 * @param pattern demand class, empty before the first published version
 * @param method champion, empty where the series failed
 * @param failure why there is no forecast, empty where there is one
 * @param leadTimeDays the item's lead time, days, as far as known
 */
public record SeriesRecord(
    long seriesId,
    String org,
    String item,
    String itemName,
    String category,
    String uom,
    String site,
    String siteName,
    String channel,
    Optional<Integer> leadTimeDays,
    Optional<LocalDate> firstDemand,
    Optional<LocalDate> lastDemand,
    Optional<DemandPattern> pattern,
    Optional<String> method,
    Optional<Words> reason,
    Optional<Verdict> verdict,
    Optional<BigDecimal> rmsse,
    Optional<Words> failure) {}
