package org.demandwright.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demandwright.core.demand.DemandPattern;

class ModelWeightsProperties {
  private static final Contestant FLAT = TestTrials.flat(13, 3);

  /** A constant forecast, tested at 1 to 3 origins, and what is foreseen of it. */
  record Entrant(double level, int origins, double foreseen) {}

  @Property
  void weightsAreSharesOfAtMostFive(
      @ForAll("entrants") List<Entrant> entrants, @ForAll DemandPattern pattern) {
    List<Member> members = Combination.members(standings(pattern, entrants, contestants(entrants)));
    assertThat(members).hasSizeBetween(1, ModelWeights.MOST_MEMBERS);
    assertThat(members).allMatch(m -> m.weight() >= ModelWeights.LEAST);
    assertThat(members.stream().mapToDouble(Member::weight).sum()).isCloseTo(1, within(1e-12));
  }

  @Property
  void theGreatestWeightComesFirst(
      @ForAll("entrants") List<Entrant> entrants, @ForAll DemandPattern pattern) {
    assertThat(standings(pattern, entrants, contestants(entrants)))
        .extracting(s -> -s.weight())
        .isSorted();
  }

  @Property
  void theOrderOfTheContestantsDecidesNothingButTies(
      @ForAll("entrants") List<Entrant> entrants,
      @ForAll DemandPattern pattern,
      @ForAll long shuffle) {
    List<Contestant> contestants = contestants(entrants);
    List<Standing> standings = standings(pattern, entrants, contestants);
    List<Double> expected = standings.stream().map(Standing::expected).sorted().toList();
    for (int i = 1; i < expected.size(); i++) {
      Assume.that(expected.get(i) - expected.get(i - 1) > 1e-9);
    }
    Collections.shuffle(contestants, new Random(shuffle));
    Map<String, Double> others = weights(standings(pattern, entrants, contestants));
    weights(standings)
        .forEach((id, weight) -> assertThat(others.get(id)).isCloseTo(weight, within(1e-9)));
  }

  @Provide
  Arbitrary<List<Entrant>> entrants() {
    return Combinators.combine(
            Arbitraries.doubles().between(0, 25),
            Arbitraries.integers().between(1, 3),
            Arbitraries.doubles().between(-0.5, 0.5))
        .as(Entrant::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(9);
  }

  private static List<Contestant> contestants(List<Entrant> entrants) {
    List<Contestant> contestants = new ArrayList<>();
    for (Entrant e : entrants) {
      contestants.add(TestTrials.simple("M" + contestants.size(), e.level(), e.origins()));
    }
    return contestants;
  }

  /** Of every third model nothing is known. */
  private static List<Standing> standings(
      DemandPattern pattern, List<Entrant> entrants, List<Contestant> contestants) {
    Map<String, Double> foreseen = new HashMap<>();
    for (int i = 0; i < entrants.size(); i++) {
      if (i % 3 != 2) {
        foreseen.put("M" + i, entrants.get(i).foreseen());
      }
    }
    return TestTrials.weigh(
            pattern, TestTrials.outlook(foreseen), FLAT, contestants.toArray(Contestant[]::new))
        .standings();
  }

  private static Map<String, Double> weights(List<Standing> standings) {
    Map<String, Double> weights = new HashMap<>();
    standings.forEach(s -> weights.put(s.modelId(), s.weight()));
    return weights;
  }
}
