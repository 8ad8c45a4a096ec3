package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.demandwright.app.Clock;
import org.demandwright.app.Cursors;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.run.ForecastPlans;
import org.demandwright.app.settings.Settings;
import org.demandwright.core.Words;
import org.demandwright.core.decide.SuggestionState;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.DecisionStore;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.ReleaseStore;
import org.demandwright.store.decide.SuggestionCase;
import org.demandwright.store.decide.SuggestionStore;
import org.demandwright.store.forecast.VersionStatus;
import org.demandwright.store.forecast.VersionStore;

/** Suggestions as they stand: what is open, and what was answered. */
@ApplicationScoped
public class Suggestions {
  private final SuggestionStore suggestions;
  private final AnswerStore answers;
  private final ReleaseStore releases;
  private final DecisionStore decisions;
  private final VersionStore versions;
  private final ForecastPlans plans;
  private final Settings settings;
  private final Clock clock;

  @Inject
  Suggestions(
      SuggestionStore suggestions,
      AnswerStore answers,
      ReleaseStore releases,
      DecisionStore decisions,
      VersionStore versions,
      ForecastPlans plans,
      Settings settings,
      Clock clock) {
    this.suggestions = suggestions;
    this.answers = answers;
    this.releases = releases;
    this.decisions = decisions;
    this.versions = versions;
    this.plans = plans;
    this.settings = settings;
    this.clock = clock;
  }

  Suggestions() {
    this(null, null, null, null, null, null, null, null);
  }

  /** Returns the day that it is where suggestions are answered. */
  public LocalDate today() {
    return clock.today(settings.intake().siteZone());
  }

  /**
   * Returns suggestions that stand so today, by their numbers: of those that are open or snoozed,
   * and still suggested, those of a decision; of others all that are kept.
   */
  public Page<SuggestionStore.Told> page(
      Decision decision,
      SuggestionState state,
      SuggestionStore.Filter filter,
      Optional<String> cursor,
      int limit) {
    return Page.of(
        suggestions.told(
            decision, state, today(), filter, cursor.map(Cursors::number).orElse(0L), limit),
        limit,
        told -> Cursors.of(told.suggestion().suggestionNo()));
  }

  /** Returns one suggestion with all that happened to it. */
  public SuggestionRecord one(DataScope scope, long suggestionNo) {
    SuggestionCase found =
        answers
            .find(scope, suggestionNo)
            .orElseThrow(
                () ->
                    new Refused(
                        Refused.Kind.NOT_FOUND,
                        "There is no suggestion %d.".formatted(suggestionNo)));
    plans.readable(found.planName());
    return new SuggestionRecord(
        found,
        found.on(today()),
        suggestions.find(found.decisionId(), suggestionNo),
        answers.answers(suggestionNo),
        answers.found(List.of(suggestionNo)).getOrDefault(suggestionNo, List.of()),
        Stream.concat(notes(found).stream(), kept(scope, found).stream()).toList());
  }

  /** Returns whether the newest decision of its plan suggests it. */
  boolean isSuggested(SuggestionCase of) {
    return decisions
        .newest(of.planName())
        .filter(newest -> newest.decisionId() == of.decisionId())
        .isPresent();
  }

  /** What automation has to stop at, a person is told. */
  private List<Words> notes(SuggestionCase of) {
    List<Words> notes = new ArrayList<>();
    Optional<VersionStore.Version> newest =
        versions.before(List.of(of.planName()), Long.MAX_VALUE, 1).stream().findFirst();
    newest
        .filter(v -> v.status() == VersionStatus.HELD)
        .ifPresent(
            held ->
                notes.add(
                    held.versionId() == of.versionId()
                        ? Words.of("decide.note.held", held.versionId())
                        : Words.of("decide.note.newer-held", of.versionId(), held.versionId())));
    versions
        .publication(of.planName())
        .map(VersionStore.Publication::versionId)
        .filter(published -> published != of.versionId())
        .ifPresent(
            published -> notes.add(Words.of("decide.note.superseded", of.versionId(), published)));
    long old = ChronoUnit.DAYS.between(of.lastDay(), today());
    if (old > settings.publication().staleDays()) {
      notes.add(Words.of("decide.note.stale", of.lastDay(), old));
    }
    return notes;
  }

  /**
   * Why a rule of automation did not release it. What a vendor or a day sums up to is told to those
   * alone who see all of it.
   */
  private Optional<Words> kept(DataScope scope, SuggestionCase of) {
    return releases
        .kept(of.decisionId(), of.suggestionNo())
        .filter(k -> of.state() == SuggestionState.OPEN || of.state() == SuggestionState.SNOOZED)
        .flatMap(
            k ->
                k.rule()
                    .map(
                        rule ->
                            k.by().isSummed() && !scope.isUnrestricted()
                                ? Words.of("decide.note.kept-by-sum", rule)
                                : Words.of("decide.note.kept", rule, k.why())));
  }

  /** Returns how it is told in the audit. */
  static Map<String, Object> told(SuggestionCase c) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("state", c.state());
    told.put("quantity", c.quantity());
    Optional.ofNullable(c.accepted()).ifPresent(units -> told.put("accepted", units));
    Optional.ofNullable(c.reason()).ifPresent(reason -> told.put("reason", reason));
    Optional.ofNullable(c.snoozedUntil()).ifPresent(day -> told.put("until", day));
    return told;
  }
}
