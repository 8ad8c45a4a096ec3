package org.demandwright.rest.decide;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.decide.PreviewRelease;
import org.demandwright.app.decide.ReleaseOutcomes;
import org.demandwright.core.decide.Abc;
import org.demandwright.core.decide.PolicyRule;
import org.demandwright.core.decide.ReleaseLimit;
import org.demandwright.core.decide.ReleaseRule;
import org.demandwright.core.decide.ReleaseTerms;
import org.demandwright.core.decide.SuggestionKind;
import org.demandwright.core.decide.Xyz;
import org.demandwright.store.decide.ReleaseRuleStore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How rules of automation and what they release are told. */
public final class AutomationWire {
  private AutomationWire() {}

  /**
   * A rule: which suggestions it releases. What is left out of its scope is fulfilled by anything,
   * what is left out of its limits allows anything. The first rule whose scope holds decides.
   *
   * @param name by which people know it; what it releases is answered by rule: and this
   * @param orgs companies, one of these
   * @param items one of these
   * @param sites one of these
   * @param categories one of these
   * @param vendors preferred vendors, one of these
   * @param abc classes by value, one of these
   * @param xyz classes by uncertainty, one of these
   * @param kinds what is to be done, one of these
   * @param mostQuantity greatest quantity of a suggestion, base unit
   * @param mostMoney greatest cost of a suggestion, reporting currency; one of which it is not
   *     known stays for people
   * @param mostChange greatest quantity as a multiple of the largest line that was ordered for the
   *     item at the site in the last 365 days; where none was it stays for people
   * @param forecast true = only what is planned by the forecast and not by a rate
   * @param leastRisk least probability 0–1 that stock runs out without it
   * @param withinHorizon true = only where stock has to last no longer than the forecast reaches
   * @param lateness whether it may, must or must not come too late for the risk that is accepted;
   *     ANY by default
   */
  public record AutomationRule(
      String name,
      List<String> orgs,
      List<String> items,
      List<String> sites,
      List<String> categories,
      List<String> vendors,
      List<Abc> abc,
      List<Xyz> xyz,
      List<SuggestionKind> kinds,
      Optional<BigDecimal> mostQuantity,
      Optional<BigDecimal> mostMoney,
      Optional<BigDecimal> mostChange,
      Optional<Boolean> forecast,
      Optional<BigDecimal> leastRisk,
      Optional<Boolean> withinHorizon,
      Optional<ReleaseRule.Lateness> lateness) {
    static AutomationRule of(ReleaseRule rule) {
      PolicyRule.Conditions when = rule.scope().when();
      ReleaseRule.Limits limits = rule.limits();
      ReleaseRule.Confidence sure = limits.confidence();
      return new AutomationRule(
          rule.name(),
          sorted(when.orgs()),
          sorted(when.items()),
          sorted(when.sites()),
          sorted(when.categories()),
          sorted(when.vendors()),
          sorted(when.abc()),
          sorted(when.xyz()),
          sorted(rule.scope().kinds()),
          limits.quantity(),
          limits.money(),
          limits.change(),
          Optional.of(sure.forecast()),
          sure.risk(),
          Optional.of(sure.withinHorizon()),
          Optional.of(sure.lateness()));
    }

    ReleaseRule rule(int place) {
      try {
        return new ReleaseRule(
            name,
            new ReleaseRule.Scope(
                new PolicyRule.Conditions(
                    set(orgs),
                    set(items),
                    set(sites),
                    set(categories),
                    set(vendors),
                    set(abc),
                    set(xyz)),
                set(kinds)),
            new ReleaseRule.Limits(
                mostQuantity,
                mostMoney,
                mostChange,
                new ReleaseRule.Confidence(
                    forecast.orElse(false),
                    leastRisk,
                    withinHorizon.orElse(false),
                    lateness.orElse(ReleaseRule.Lateness.ANY))));
      } catch (IllegalArgumentException e) {
        throw Refused.because("rules/" + place, e.getMessage() + ".");
      }
    }

    private static <T extends Comparable<? super T>> List<T> sorted(Set<T> values) {
      return values.stream().sorted().toList();
    }

    private static <T> Set<T> set(List<T> values) {
      return new HashSet<>(values);
    }
  }

  /**
   * Rules in place of those that stand, with what holds for all of them.
   *
   * @param rules in the order in which they count
   * @param dailyCap money that is released on a day at most, reporting currency; 0 = nothing is
   * @param fourEyes what may be ordered from one vendor on a day without a person; left out = any
   *     sum
   * @param refusedShare share 0–1 of the active items at sites that could not be planned, above
   *     which nothing of a decision is released; 0.2 by default
   * @param mostDaysOld days that the day of a decision may lie back; 3 by default
   */
  @Schema(
      example =
          "{\"rules\": [{\"name\": \"Cheap C items\", \"abc\": [\"C\"], \"kinds\": [\"BUY\"],"
              + " \"mostMoney\": \"200\", \"mostChange\": \"1.5\", \"forecast\": true}],"
              + " \"dailyCap\": \"2000\", \"fourEyes\": \"1000\"}")
  public record AutomationRequest(
      List<AutomationRule> rules,
      BigDecimal dailyCap,
      Optional<BigDecimal> fourEyes,
      Optional<BigDecimal> refusedShare,
      Optional<Integer> mostDaysOld) {
    List<ReleaseRule> all() {
      List<ReleaseRule> all = new ArrayList<>();
      for (AutomationRule rule : rules) {
        all.add(rule.rule(all.size()));
      }
      return all;
    }

    ReleaseTerms terms() {
      try {
        return new ReleaseTerms(
            dailyCap,
            fourEyes,
            refusedShare.orElse(ReleaseTerms.DEFAULTS.refusedShare()),
            mostDaysOld.orElse(ReleaseTerms.DEFAULTS.mostDaysOld()));
      } catch (IllegalArgumentException e) {
        throw new Refused(Refused.Kind.INVALID, e.getMessage() + ".");
      }
    }
  }

  /**
   * The rules as they stand.
   *
   * @param revision goes up with every change
   * @param rules in the order in which they count
   * @param dailyCap money that is released on a day at most, reporting currency
   * @param fourEyes what may be ordered from one vendor on a day without a person; absent = any sum
   * @param refusedShare share 0–1 of the active items at sites that could not be planned, above
   *     which nothing of a decision is released
   * @param mostDaysOld days that the day of a decision may lie back
   */
  public record AutomationRules(
      long revision,
      Instant changedAt,
      String changedBy,
      List<AutomationRule> rules,
      BigDecimal dailyCap,
      BigDecimal fourEyes,
      BigDecimal refusedShare,
      int mostDaysOld) {
    static AutomationRules of(ReleaseRuleStore.Rules rules) {
      return new AutomationRules(
          rules.revision(),
          rules.changedAt(),
          rules.changedBy(),
          rules.rules().stream().map(AutomationRule::of).toList(),
          rules.terms().dailyCap(),
          rules.terms().fourEyes().orElse(null),
          rules.terms().refusedShare(),
          rules.terms().mostDaysOld());
    }
  }

  /**
   * What rules would have released.
   *
   * @param currency of all money
   * @param answers of people to all that would have been released
   * @param nights the decisions that are kept, the oldest first
   */
  public record AutomationPreview(
      String currency, AnsweredOtherwise answers, List<AutomationNight> nights) {
    static AutomationPreview of(PreviewRelease.Preview preview) {
      return new AutomationPreview(
          preview.currency(),
          AnsweredOtherwise.of(preview.answers()),
          preview.nights().stream().map(AutomationNight::of).toList());
    }
  }

  /**
   * What rules would have released of a decision.
   *
   * @param decisionId number of the decision
   * @param asOf day of the decision
   * @param stopped why nothing of it would have been; absent where it was gone through
   * @param rules in their order, and last what no rule is about
   */
  public record AutomationNight(
      long decisionId, LocalDate asOf, String stopped, List<RuleOfNight> rules) {
    static AutomationNight of(PreviewRelease.Night night) {
      return new AutomationNight(
          night.decision().decisionId(),
          night.decision().asOf(),
          night.stopped().map(Wordbook.english()::say).orElse(null),
          night.rules().stream().map(RuleOfNight::of).toList());
    }
  }

  /**
   * What a rule would have released of a decision.
   *
   * @param rule its name; absent = what no rule is about
   * @param released how many suggestions
   * @param units of all items, base units
   * @param money that they cost
   * @param kept how many would have stayed for people, by what
   * @param answers of people to what would have been released
   */
  public record RuleOfNight(
      String rule,
      int released,
      BigDecimal units,
      BigDecimal money,
      List<KeptFor> kept,
      AnsweredOtherwise answers) {
    static RuleOfNight of(PreviewRelease.OfRule of) {
      return new RuleOfNight(
          of.rule().orElse(null),
          of.released(),
          of.units(),
          of.money(),
          of.kept().entrySet().stream()
              .map(kept -> new KeptFor(null, kept.getKey(), kept.getValue()))
              .toList(),
          AnsweredOtherwise.of(of.answers()));
    }
  }

  /**
   * How many suggestions stay for people.
   *
   * @param rule that decided; absent where it is said already, or none is about them
   * @param limit that keeps them
   * @param suggestions how many
   */
  public record KeptFor(String rule, ReleaseLimit limit, long suggestions) {}

  /**
   * How suggestions were answered.
   *
   * @param asSuggested accepted by people as they were
   * @param changed accepted by people with another quantity
   * @param rejected by people
   * @param unanswered by anybody
   * @param byRules released by rules that stood then
   */
  public record AnsweredOtherwise(
      int asSuggested, int changed, int rejected, int unanswered, int byRules) {
    static AnsweredOtherwise of(PreviewRelease.Answers answers) {
      return new AnsweredOtherwise(
          answers.asSuggested(),
          answers.changed(),
          answers.rejected(),
          answers.unanswered(),
          answers.byRules());
    }
  }

  /**
   * What became of the newest decision.
   *
   * @param decisionId number of the decision
   * @param asOf day of the decision
   * @param ranAt when rules went through it; absent where automation was off
   * @param rulesRevision of the rules
   * @param stopped why nothing was released, or no more; absent where all was gone through
   * @param currency of the money; absent where there is none
   * @param released by rules
   * @param kept for people
   */
  public record AutomationOutcome(
      String plan,
      long decisionId,
      LocalDate asOf,
      Instant ranAt,
      Long rulesRevision,
      String stopped,
      String currency,
      List<ReleasedBy> released,
      List<KeptFor> kept) {
    static AutomationOutcome of(ReleaseOutcomes.Outcome outcome) {
      return new AutomationOutcome(
          outcome.decision().plan(),
          outcome.decision().decisionId(),
          outcome.decision().asOf(),
          outcome.run().map(run -> run.at()).orElse(null),
          outcome.run().map(run -> run.revision()).orElse(null),
          outcome.run().flatMap(run -> run.stopped()).map(Wordbook.english()::say).orElse(null),
          outcome.run().flatMap(run -> run.currency()).orElse(null),
          outcome.released().stream()
              .map(r -> new ReleasedBy(r.rule(), r.count(), r.units(), r.money()))
              .toList(),
          outcome.kept().stream()
              .map(k -> new KeptFor(k.rule().orElse(null), k.by(), k.count()))
              .toList());
    }
  }

  /**
   * What a rule released.
   *
   * @param suggestions how many
   * @param units of all items, base units
   * @param money that they cost
   */
  public record ReleasedBy(String rule, long suggestions, BigDecimal units, BigDecimal money) {}
}
