package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.demandwright.core.Words;

/**
 * Which suggestions of a decision are released, and why the others stay for people. The first rule
 * that is about a suggestion decides. What rules would order of a vendor is held against the sum
 * that needs a person, and against the least value that the vendor takes. Then the day's money is
 * given to the largest risk of running out first; what does not fit into what is left of it stays.
 * Lines that reach a vendor's least value together are released together or not at all.
 */
public final class ReleaseRound {
  private static final Comparator<Verdict> LARGEST_RISK_FIRST =
      Comparator.<Verdict>comparingDouble(v -> -v.of().confidence().stockOutWithout())
          .thenComparingLong(v -> v.of().number());

  private final List<ReleaseRule> rules;
  private final ReleaseTerms terms;
  private final String currency;
  private final Spent spent;

  /**
   * @param currency the reporting currency
   * @param spent before
   */
  public ReleaseRound(List<ReleaseRule> rules, ReleaseTerms terms, String currency, Spent spent) {
    this.rules = List.copyOf(rules);
    this.terms = Objects.requireNonNull(terms, "terms");
    this.currency = Objects.requireNonNull(currency, "currency");
    this.spent = Objects.requireNonNull(spent, "spent");
  }

  /** What is bought of a vendor for a site. */
  public record Order(String org, String vendor, String site) {}

  /**
   * What was spent of the day's money before.
   *
   * @param released by rules
   * @param ordered accepted on the day, by rules and people
   */
  public record Spent(BigDecimal released, Map<Order, BigDecimal> ordered) {
    /** Nothing yet. */
    public static final Spent NOTHING = new Spent(BigDecimal.ZERO, Map.of());

    public Spent {
      ordered = Map.copyOf(ordered);
    }
  }

  /**
   * What becomes of a suggestion.
   *
   * @param rule that decided; empty where none is about it
   * @param objection why it stays for people; empty where it is released
   */
  public record Verdict(
      ReleaseCase of, Optional<String> rule, Optional<ReleaseRule.Objection> objection) {
    public boolean released() {
      return objection.isEmpty();
    }

    private Verdict but(ReleaseLimit limit, Words why) {
      return released()
          ? new Verdict(of, rule, Optional.of(new ReleaseRule.Objection(limit, why)))
          : this;
    }

    private Optional<Order> order() {
      return of.vendor()
          .filter(v -> of.kind() == SuggestionKind.BUY)
          .map(v -> new Order(of.subject().key().org(), v, of.subject().key().site()));
    }
  }

  /** Returns a verdict on each, those with the largest risk first. */
  public List<Verdict> verdicts(List<ReleaseCase> cases) {
    List<Verdict> verdicts = cases.stream().map(this::byRule).sorted(LARGEST_RISK_FIRST).toList();
    verdicts = fourEyes(verdicts);
    verdicts = reaching(verdicts);
    return capped(verdicts);
  }

  private Verdict byRule(ReleaseCase of) {
    return rules.stream()
        .filter(rule -> rule.about(of))
        .findFirst()
        .map(rule -> new Verdict(of, Optional.of(rule.name()), rule.objection(of, currency)))
        .orElseGet(
            () ->
                new Verdict(of, Optional.empty(), Optional.empty())
                    .but(ReleaseLimit.NO_RULE, Words.of("decide.release.no-rule")));
  }

  private List<Verdict> fourEyes(List<Verdict> verdicts) {
    if (terms.fourEyes().isEmpty()) {
      return verdicts;
    }
    BigDecimal most = terms.fourEyes().get();
    Function<Order, Order> everySite = o -> new Order(o.org(), o.vendor(), "");
    Map<Order, BigDecimal> sums = ordered(verdicts, everySite);
    return verdicts.stream()
        .map(v -> v.order().map(everySite).map(to -> fourEyes(v, to, sums.get(to), most)).orElse(v))
        .toList();
  }

  private Verdict fourEyes(Verdict v, Order to, BigDecimal sum, BigDecimal most) {
    return !v.released() || sum.compareTo(most) <= 0
        ? v
        : v.but(
            ReleaseLimit.FOUR_EYES,
            Words.of(
                "decide.release.four-eyes",
                to.vendor(),
                ReleaseRule.plain(sum),
                ReleaseRule.plain(most),
                currency));
  }

  /** What is left of an order has to be worth what its vendor takes. */
  private List<Verdict> reaching(List<Verdict> verdicts) {
    Map<Order, BigDecimal> sums = ordered(verdicts, Function.identity());
    return verdicts.stream()
        .map(
            v ->
                v.of()
                    .least()
                    .filter(least -> v.released())
                    .filter(least -> v.order().isPresent())
                    .filter(least -> sums.get(v.order().get()).compareTo(least) < 0)
                    .map(
                        least ->
                            v.but(
                                ReleaseLimit.VENDOR_MINIMUM,
                                Words.of(
                                    "decide.release.vendor-minimum",
                                    v.of().vendor().orElse(""),
                                    ReleaseRule.plain(sums.get(v.order().get())),
                                    ReleaseRule.plain(least),
                                    currency)))
                    .orElse(v))
        .toList();
  }

  /** Returns what is and would be ordered by what is released so far. */
  private Map<Order, BigDecimal> ordered(List<Verdict> verdicts, Function<Order, Order> of) {
    Map<Order, BigDecimal> sums = new HashMap<>();
    spent.ordered().forEach((order, sum) -> sums.merge(of.apply(order), sum, BigDecimal::add));
    verdicts.stream()
        .filter(Verdict::released)
        .forEach(
            v ->
                v.order()
                    .ifPresent(o -> sums.merge(of.apply(o), v.of().spends(), BigDecimal::add)));
    return sums;
  }

  private List<Verdict> capped(List<Verdict> verdicts) {
    BigDecimal cap = terms.dailyCap();
    BigDecimal left = cap.subtract(spent.released());
    Map<Object, Words> stays = new HashMap<>();
    for (List<Verdict> lines : together(verdicts)) {
      BigDecimal money =
          lines.stream().map(v -> v.of().spends()).reduce(BigDecimal.ZERO, BigDecimal::add);
      if (money.signum() == 0 || money.compareTo(left) <= 0) {
        left = left.subtract(money);
      } else {
        stays.put(
            lines(lines.get(0)),
            Words.of(
                lines.size() > 1 ? "decide.release.daily-cap-order" : "decide.release.daily-cap",
                ReleaseRule.plain(money),
                ReleaseRule.plain(left.max(BigDecimal.ZERO)),
                ReleaseRule.plain(cap),
                currency));
      }
    }
    List<Verdict> all = new ArrayList<>();
    for (Verdict v : verdicts) {
      Words why = v.released() ? stays.get(lines(v)) : null;
      all.add(why == null ? v : v.but(ReleaseLimit.DAILY_CAP, why));
    }
    return all;
  }

  /**
   * Returns what is released, in the order in which it is to be: lines that reach a vendor's least
   * value together are in one list. Whoever releases list after list, and begins anew in between
   * with what was spent, ends with the same.
   */
  public static List<List<Verdict>> together(List<Verdict> verdicts) {
    Map<Object, List<Verdict>> all = new LinkedHashMap<>();
    verdicts.stream()
        .filter(Verdict::released)
        .forEach(v -> all.computeIfAbsent(lines(v), l -> new ArrayList<>()).add(v));
    return List.copyOf(all.values());
  }

  /** By what lines are told that are released together. */
  private static Object lines(Verdict v) {
    return v.of().least().isPresent() && v.order().isPresent()
        ? v.order().get()
        : (Object) v.of().number();
  }
}
