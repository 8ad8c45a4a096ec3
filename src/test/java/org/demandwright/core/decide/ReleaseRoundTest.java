package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.core.decide.AnyRelease.ANY;
import static org.demandwright.core.decide.AnyRelease.limits;
import static org.demandwright.core.decide.AnyRelease.rule;
import static org.demandwright.core.decide.AnyRelease.units;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.demandwright.core.decide.ReleaseRound.Order;
import org.demandwright.core.decide.ReleaseRound.Spent;
import org.demandwright.core.decide.ReleaseRound.Verdict;
import org.junit.jupiter.api.Test;

class ReleaseRoundTest {
  private static final ReleaseRule ALL = rule("all", limits("", "", "", ANY));

  private static ReleaseTerms terms(String cap, String fourEyes) {
    return new ReleaseTerms(
        new BigDecimal(cap), Optional.ofNullable(fourEyes).map(BigDecimal::new), BigDecimal.ONE, 3);
  }

  private static ReleaseCase line(long number, String money, double risk) {
    return AnyRelease.of(number, "i" + number, "S1", money, risk, Optional.empty());
  }

  private static List<Verdict> verdicts(ReleaseTerms terms, Spent spent, ReleaseCase... cases) {
    return new ReleaseRound(List.of(ALL), terms, "EUR", spent).verdicts(List.of(cases));
  }

  private static List<Long> released(List<Verdict> verdicts) {
    return verdicts.stream().filter(Verdict::released).map(v -> v.of().number()).toList();
  }

  private static List<ReleaseLimit> kept(List<Verdict> verdicts) {
    return verdicts.stream().flatMap(v -> v.objection().stream()).map(o -> o.limit()).toList();
  }

  @Test
  void the_first_rule_that_is_about_it_decides() {
    ReleaseRule strict = rule("strict", limits("1", "", "", ANY));
    List<Verdict> verdicts =
        new ReleaseRound(List.of(strict, ALL), terms("1000", null), "EUR", Spent.NOTHING)
            .verdicts(List.of(AnyRelease.of(1)));
    assertThat(kept(verdicts)).containsExactly(ReleaseLimit.QUANTITY);
    assertThat(verdicts.get(0).rule()).contains("strict");
    assertThat(
            kept(
                new ReleaseRound(List.of(), terms("1000", null), "EUR", Spent.NOTHING)
                    .verdicts(List.of(AnyRelease.of(1)))))
        .containsExactly(ReleaseLimit.NO_RULE);
  }

  @Test
  void the_money_of_the_day_goes_to_the_largest_risk_first() {
    List<Verdict> verdicts =
        verdicts(
            terms("100", null),
            Spent.NOTHING,
            line(1, "60", 0.2),
            line(2, "60", 0.9),
            line(3, "40", 0.1));
    assertThat(released(verdicts)).as("40 fit into what is left").containsExactly(2L, 3L);
    assertThat(kept(verdicts)).containsExactly(ReleaseLimit.DAILY_CAP);
    assertThat(verdicts.get(1).objection().orElseThrow().why().arguments())
        .containsExactly(units("60"), units("40"), units("100"), "EUR");
  }

  @Test
  void what_was_released_on_the_day_counts_and_with_a_cap_of_nothing_nothing_is_released() {
    Spent spent = new Spent(units("41"), Map.of());
    assertThat(released(verdicts(terms("100", null), spent, line(1, "60", 0.2)))).isEmpty();
    assertThat(released(verdicts(terms("101", null), spent, line(1, "60", 0.2))))
        .containsExactly(1L);
    assertThat(released(verdicts(terms("0", null), Spent.NOTHING, line(1, "60", 0.2)))).isEmpty();
  }

  @Test
  void what_a_vendor_gets_on_a_day_needs_a_person_above_a_sum_at_whatever_sites() {
    ReleaseCase here = line(1, "60", 0.2);
    ReleaseCase there = AnyRelease.of(2, "tea", "S2", "40", 0.5, Optional.empty());
    assertThat(released(verdicts(terms("1000", "100"), Spent.NOTHING, here, there)))
        .containsExactly(2L, 1L);
    assertThat(kept(verdicts(terms("1000", "99.99"), Spent.NOTHING, here, there)))
        .containsExactly(ReleaseLimit.FOUR_EYES, ReleaseLimit.FOUR_EYES);
    Spent before = new Spent(BigDecimal.ZERO, Map.of(new Order("A", "V1", "S9"), units("41")));
    assertThat(kept(verdicts(terms("1000", "100"), before, here)))
        .containsExactly(ReleaseLimit.FOUR_EYES);
    Spent ofOthers = new Spent(BigDecimal.ZERO, Map.of(new Order("B", "V1", "S1"), units("41")));
    assertThat(released(verdicts(terms("1000", "100"), ofOthers, here))).containsExactly(1L);
  }

  @Test
  void lines_that_reach_a_vendors_minimum_together_are_released_together() {
    ReleaseCase tea = AnyRelease.of(1, "tea", "S1", "60", 0.9, Optional.of("100"));
    ReleaseCase cup = AnyRelease.of(2, "cup", "S1", "40", 0.1, Optional.of("100"));
    ReleaseCase alone = line(3, "10", 0.5);
    assertThat(released(verdicts(terms("100", null), Spent.NOTHING, tea, cup)))
        .containsExactly(1L, 2L);
    List<Verdict> tooLittle = verdicts(terms("99", null), Spent.NOTHING, tea, cup, alone);
    assertThat(released(tooLittle)).containsExactly(3L);
    assertThat(kept(tooLittle)).containsExactly(ReleaseLimit.DAILY_CAP, ReleaseLimit.DAILY_CAP);
    assertThat(kept(verdicts(terms("1000", null), Spent.NOTHING, tea)))
        .as("the other line is not released")
        .containsExactly(ReleaseLimit.VENDOR_MINIMUM);
    Spent before = new Spent(BigDecimal.ZERO, Map.of(new Order("A", "V1", "S1"), units("40")));
    assertThat(released(verdicts(terms("1000", null), before, tea)))
        .as("the other line is accepted already")
        .containsExactly(1L);
  }

  /** Lines of three vendors' orders, half of which have a least value, and any terms. */
  private static List<ReleaseCase> any(Random random, int count) {
    List<ReleaseCase> all = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      String site = "S" + random.nextInt(3);
      ReleaseCase one =
          AnyRelease.of(
              i,
              "i" + i,
              site,
              BigDecimal.valueOf(random.nextInt(20_000), 2).toPlainString(),
              random.nextInt(4) / 4.0,
              site.equals("S1") ? Optional.of("150") : Optional.empty());
      all.add(random.nextInt(5) == 0 ? AnyRelease.sent(one) : one);
    }
    return all;
  }

  private static BigDecimal sum(List<Verdict> verdicts, Predicate<Verdict> which) {
    return verdicts.stream()
        .filter(Verdict::released)
        .filter(which)
        .map(v -> v.of().spends())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Property
  void never_more_than_the_terms_allow_and_never_a_line_above_its_limit(
      @ForAll long seed,
      @ForAll @IntRange(max = 40) int count,
      @ForAll @IntRange(max = 1000) int cap,
      @ForAll @IntRange(max = 1000) int fourEyes,
      @ForAll @IntRange(max = 300) int spent) {
    Random random = new Random(seed);
    List<ReleaseCase> cases = any(random, count);
    Order before = new Order("A", "V1", "S1");
    ReleaseRound round =
        new ReleaseRound(
            List.of(rule("r", limits("", "120", "", ANY))),
            terms("" + cap, "" + fourEyes),
            "EUR",
            new Spent(BigDecimal.valueOf(spent), Map.of(before, BigDecimal.valueOf(spent))));
    List<Verdict> verdicts = round.verdicts(cases);
    assertThat(verdicts).hasSameSizeAs(cases);
    BigDecimal all = sum(verdicts, v -> true);
    if (all.signum() > 0) {
      BigDecimal whole = all.add(BigDecimal.valueOf(spent));
      assertThat(whole).isLessThanOrEqualTo(BigDecimal.valueOf(cap));
      assertThat(whole).isLessThanOrEqualTo(BigDecimal.valueOf(fourEyes));
    }
    assertThat(verdicts)
        .filteredOn(Verdict::released)
        .allSatisfy(v -> assertThat(v.of().spends()).isLessThanOrEqualTo(units("120")));
    boolean ordersOfMinimum =
        verdicts.stream().anyMatch(v -> v.released() && v.of().least().isPresent());
    if (ordersOfMinimum) {
      assertThat(sum(verdicts, v -> v.of().subject().key().site().equals("S1")))
          .isGreaterThanOrEqualTo(BigDecimal.valueOf(150L - spent));
    }
    Collections.shuffle(cases, random);
    assertThat(
            round.verdicts(cases).stream().collect(Collectors.toMap(v -> v.of().number(), v -> v)))
        .as("in whatever order they come")
        .isEqualTo(verdicts.stream().collect(Collectors.toMap(v -> v.of().number(), v -> v)));
  }

  @Property
  void what_is_released_in_two_goes_is_what_is_released_in_one(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int count) {
    List<ReleaseCase> cases = any(new Random(seed), count);
    ReleaseTerms terms = terms("700", null);
    List<Verdict> once =
        new ReleaseRound(List.of(ALL), terms, "EUR", Spent.NOTHING).verdicts(cases);
    List<List<Verdict>> lists = ReleaseRound.together(once);
    List<Verdict> half = lists.subList(0, lists.size() / 2).stream().flatMap(List::stream).toList();
    Map<Order, BigDecimal> ordered =
        half.stream()
            .filter(v -> v.of().kind() == SuggestionKind.BUY)
            .collect(
                Collectors.toMap(
                    v -> new Order("A", "V1", v.of().subject().key().site()),
                    v -> v.of().spends(),
                    BigDecimal::add));
    List<Long> gone = half.stream().map(v -> v.of().number()).toList();
    List<Verdict> rest =
        new ReleaseRound(List.of(ALL), terms, "EUR", new Spent(sum(half, v -> true), ordered))
            .verdicts(cases.stream().filter(c -> !gone.contains(c.number())).toList());
    List<Long> both = new ArrayList<>(gone);
    both.addAll(released(rest));
    assertThat(both).containsExactlyInAnyOrderElementsOf(released(once));
  }
}
