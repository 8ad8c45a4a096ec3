package org.demandwright.app.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.app.Clock;
import org.demandwright.app.Refused;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.demand.DataScope;
import org.demandwright.core.plan.Adjustment;
import org.demandwright.core.plan.OverrideReason;
import org.demandwright.core.plan.PlannedSeries;
import org.demandwright.core.plan.Scope;
import org.demandwright.core.plan.Spread;
import org.demandwright.store.demand.SeriesScopeStore;
import org.demandwright.store.demand.SeriesStore;
import org.demandwright.store.forecast.VersionStore;
import org.demandwright.store.plan.OverrideStore;

/** What an override must fulfil before it is kept. Every refusal says what to do. */
@ApplicationScoped
public class OverrideTerms {
  private static final int LONGEST_NOTE = 1000;
  private static final int MOST_DAYS = 3660;

  /** Base units and per cent that a column of the store holds. */
  private static final BigDecimal MOST = new BigDecimal("1000000000000");

  private final ForecastPlans plans;
  private final VersionStore versions;
  private final SeriesStore series;
  private final SeriesScopeStore seen;
  private final LaidOverrides laid;
  private final Settings settings;
  private final Clock clock;

  @Inject
  OverrideTerms(
      ForecastPlans plans,
      VersionStore versions,
      SeriesStore series,
      SeriesScopeStore seen,
      LaidOverrides laid,
      Settings settings,
      Clock clock) {
    this.plans = plans;
    this.versions = versions;
    this.series = series;
    this.seen = seen;
    this.laid = laid;
    this.settings = settings;
    this.clock = clock;
  }

  OverrideTerms() {
    this(null, null, null, null, null, null, null);
  }

  /**
   * What somebody wants to be final.
   *
   * @param seriesId the one series that is meant; empty = those of the scope
   * @param lastDay included; empty = one day
   * @param uom the unit that the amount is in, to be checked; empty = that of the scope
   */
  public record Request(
      String plan,
      Scope scope,
      Optional<Long> seriesId,
      LocalDate firstDay,
      Optional<LocalDate> lastDay,
      Adjustment.Kind kind,
      BigDecimal amount,
      Optional<String> uom,
      OverrideReason reason,
      String note,
      Optional<LocalDate> expiresOn) {}

  /** Returns a draft; throws {@link Refused} where it cannot be one. */
  OverrideStore.Draft checked(DataScope seenBy, Request wanted, String author) {
    String plan = plans.inUse(wanted.plan()).name();
    VersionStore.Version version =
        versions
            .publication(plan)
            .flatMap(p -> versions.find(p.versionId()))
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.CONFLICT,
                        "Plan " + plan + " has no published version yet to lay an override over."));
    Scope scope =
        wanted.seriesId().map(id -> scopeOf(seenBy, id, wanted.scope())).orElse(wanted.scope());
    List<PlannedSeries> inScope = laid.series(version, List.of(scope)).of(scope);
    if (inScope.isEmpty() || !seen.reachesInto(seenBy, scope)) {
      throw invalid(
          "Version %d of plan %s has no series with %s."
              .formatted(version.versionId(), plan, words(scope)));
    }
    if (seen.reachesOutside(seenBy, scope)) {
      throw beyond();
    }
    LocalDate last = wanted.lastDay().orElse(wanted.firstDay());
    requireDays(wanted, last);
    requireWhy(wanted);
    Adjustment adjustment = adjustment(wanted);
    return new OverrideStore.Draft(
        plan,
        scope,
        wanted.firstDay(),
        last,
        adjustment,
        unit(adjustment, inScope, wanted.uom()),
        wanted.reason(),
        wanted.note().strip(),
        author,
        wanted.expiresOn());
  }

  private Scope scopeOf(DataScope seenBy, long seriesId, Scope besides) {
    if (!besides.equals(Scope.ALL)) {
      throw invalid("seriesId names one series; give it or parts of a scope, not both.");
    }
    return series.after(seriesId - 1, 1).stream()
        .filter(s -> s.seriesId() == seriesId && seen.holds(seenBy, seriesId))
        .map(s -> Scope.of(s.key()))
        .findFirst()
        .orElseThrow(
            () -> new Refused(Refused.Kind.NOT_FOUND, "There is no series " + seriesId + "."));
  }

  /** Refuses an override over more than its author may see. */
  static Refused beyond() {
    return new Refused(
        Refused.Kind.FORBIDDEN,
        "An override may be laid over what you may see and no more: name a company, a site, and a"
            + " category or an item of yours.");
  }

  private void requireDays(Request wanted, LocalDate last) {
    if (last.isBefore(wanted.firstDay())) {
      throw invalid("lastDay %s lies before firstDay %s.".formatted(last, wanted.firstDay()));
    }
    long days = wanted.firstDay().until(last, ChronoUnit.DAYS) + 1;
    if (days > MOST_DAYS) {
      throw invalid("The override is about %d days; at most %d.".formatted(days, MOST_DAYS));
    }
    LocalDate today = clock.today(settings.intake().siteZone());
    if (wanted.expiresOn().filter(today::isAfter).isPresent()) {
      throw invalid("expiresOn %s is over already.".formatted(wanted.expiresOn().get()));
    }
  }

  private static void requireWhy(Request wanted) {
    if (wanted.reason() == OverrideReason.OTHER && wanted.note().isBlank()) {
      throw invalid("Reason OTHER needs a note that says why, for those who come after you.");
    }
    if (wanted.note().length() > LONGEST_NOTE) {
      throw invalid(
          "note has %d characters; at most %d are allowed."
              .formatted(wanted.note().length(), LONGEST_NOTE));
    }
  }

  private static Adjustment adjustment(Request wanted) {
    BigDecimal amount = wanted.amount();
    if (amount.abs().compareTo(MOST) >= 0
        || amount.stripTrailingZeros().scale() > Spread.DECIMALS) {
      throw invalid("amount needs fewer than 13 digits before the point and at most 6 after it.");
    }
    try {
      return new Adjustment(wanted.kind(), amount.setScale(Spread.DECIMALS));
    } catch (IllegalArgumentException wrong) {
      throw invalid(wrong.getMessage() + ".");
    }
  }

  /**
   * Returns the unit of the scope; what is in units needs one alone, and whole ones if it is so.
   */
  private String unit(Adjustment a, List<PlannedSeries> inScope, Optional<String> said) {
    TreeSet<String> units =
        inScope.stream().map(PlannedSeries::uom).collect(Collectors.toCollection(TreeSet::new));
    if (units.size() > 1) {
      if (a.inUnits()) {
        throw invalid(
            "The series of this scope are counted in %s: there is no total over them. Use PERCENT, or"
                    .formatted(String.join(", ", units))
                + " a narrower scope.");
      }
      return "";
    }
    String unit = units.first();
    if (a.inUnits() && said.filter(u -> !u.equals(unit)).isPresent()) {
      throw invalid(
          "The series of this scope are counted in %s, not %s.".formatted(unit, said.get()));
    }
    if (a.inUnits() && settings.overrides().isWhole(unit) && !Spread.isWhole(a.amount())) {
      throw invalid("%s is counted in whole units; the amount has a fraction.".formatted(unit));
    }
    return unit;
  }

  private static String words(Scope s) {
    String parts =
        Stream.of(
                part("company", s.org()),
                part("item", s.item()),
                part("site", s.site()),
                part("channel", s.channel()),
                part("category", s.category()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return parts.isEmpty() ? "anything" : parts;
  }

  private static Optional<String> part(String name, Optional<String> value) {
    return value.map(v -> name + " " + (v.isEmpty() ? "(none)" : v));
  }

  private static Refused invalid(String message) {
    return new Refused(Refused.Kind.INVALID, message);
  }
}
