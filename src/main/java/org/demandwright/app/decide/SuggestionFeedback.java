package org.demandwright.app.decide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.app.Refused;
import org.demandwright.core.Words;
import org.demandwright.core.decide.AnswerFeedback;
import org.demandwright.core.demand.DataScope;
import org.demandwright.store.decide.AnswerStore;
import org.demandwright.store.decide.DecisionStore.Decision;
import org.demandwright.store.decide.SuggestionCase;

/** What people make of suggestions. It is told, and never learned by itself. */
@ApplicationScoped
public class SuggestionFeedback {
  private static final int USUAL_DAYS = 90;

  private final AnswerStore answers;

  @Inject
  SuggestionFeedback(AnswerStore answers) {
    this.answers = answers;
  }

  SuggestionFeedback() {
    this(null);
  }

  /** By what suggestions are told apart. */
  public enum By {
    /** From whom it is bought; transfers have none. */
    VENDOR,
    /** The item's category. */
    CATEGORY,
    /** The item's class by value. */
    CLASS,
    /** Who answered; what nobody answered is left out. */
    PERSON
  }

  /**
   * Of whom it is.
   *
   * @param org of a vendor; empty where all companies are together
   * @param name empty where there is none
   */
  public record Group(String org, String name) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      return Comparator.comparing(Group::org).thenComparing(Group::name).compare(this, other);
    }
  }

  /** What people made of the suggestions of one of them, with a sentence. */
  public record Told(Group group, AnswerFeedback feedback, Words sentence) {}

  /**
   * Returns what people made of suggestions that were made last within some days.
   *
   * @param newest decision of the plan: what it suggests is not ignored yet
   * @param from empty = 90 days before {@code to}
   * @param to empty = the day of that decision
   */
  public List<Told> of(
      DataScope scope, Decision newest, By by, Optional<LocalDate> from, Optional<LocalDate> to) {
    LocalDate last = to.orElse(newest.asOf());
    LocalDate first = from.orElse(last.minusDays(USUAL_DAYS));
    if (first.isAfter(last)) {
      throw Refused.because("from", "from %s lies behind to %s.".formatted(first, last));
    }
    Map<Group, List<AnswerFeedback.Fate>> fates = new TreeMap<>();
    answers.each(
        scope,
        newest.plan(),
        first,
        last,
        c ->
            group(c, by)
                .ifPresent(
                    group ->
                        fates.computeIfAbsent(group, g -> new ArrayList<>()).add(fate(c, newest))));
    List<Told> told = new ArrayList<>();
    fates.forEach(
        (group, all) -> {
          AnswerFeedback feedback = AnswerFeedback.of(all);
          told.add(new Told(group, feedback, feedback.sentence(words(by, group.name()))));
        });
    return told;
  }

  private static Optional<Group> group(SuggestionCase c, By by) {
    return switch (by) {
      case VENDOR ->
          Optional.of(new Group(c.orgId(), Objects.requireNonNullElse(c.vendorId(), "")));
      case CATEGORY -> Optional.of(new Group("", c.category()));
      case CLASS -> Optional.of(new Group("", Objects.requireNonNullElse(c.abc(), "")));
      case PERSON -> Optional.ofNullable(c.answeredBy()).map(name -> new Group("", name));
    };
  }

  private static AnswerFeedback.Fate fate(SuggestionCase c, Decision newest) {
    return new AnswerFeedback.Fate(
        c.state(),
        c.decisionId() == newest.decisionId(),
        c.quantity(),
        Optional.ofNullable(c.accepted()),
        Optional.ofNullable(c.reason()));
  }

  private static Words words(By by, String name) {
    if (name.isEmpty()) {
      return Words.of("decide.feedback.without");
    }
    return switch (by) {
      case VENDOR -> Words.of("decide.feedback.vendor", name);
      case CATEGORY -> Words.of("decide.feedback.category", name);
      case CLASS -> Words.of("decide.feedback.class", name);
      case PERSON -> Words.literal(name);
    };
  }
}
