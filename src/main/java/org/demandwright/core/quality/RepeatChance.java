package org.demandwright.core.quality;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.quality.RepeatSums.Tally;

/**
 * Tells double entries from quantities that meet by chance. Were a series' N lines dealt out to
 * their documents at random, a quantity on n of them would be expected on n (n − 1) / (N (N − 1))
 * of all pairs of lines of one document; in no more documents than that it stands at least twice.
 * With a hundred thousand lines and two hundred such pairs, a quantity on half of the lines repeats
 * itself fifty times, all quantities on ten lines or less together not once.
 *
 * <p>So each quantity is judged by itself, and, because double entries may be spread over many rare
 * quantities, each group "all quantities on at most c lines". Where k of d documents with several
 * lines repeat a quantity of the group and e ≥ the expected number, chance brings k or more with a
 * probability of at most exp(−k ln(k/e) − (d − k) ln((d − k)/(d − e))), times the number of groups
 * as any of them might have done so. This bound is exact where lines are dealt out at random: it is
 * Hoeffding's (<i>Probability inequalities for sums of bounded random variables</i>, JASA 58, 1963,
 * theorem 1), and holds though such lines are not independent, for they are negatively associated
 * (Joag-Dev and Proschan, <i>Negative association of random variables</i>, Annals of Statistics 11,
 * 1983). It errs to the side of silence: e counts pairs where k counts documents, which lie far
 * apart only in documents with very many lines of the item.
 */
final class RepeatChance {
  /**
   * Fewer documents are one order or a few, about which the lines of one customer, who likes his
   * own quantities, say too little; the ERP's view may flag them.
   */
  private static final int FEWEST_DOCUMENTS = 5;

  private final List<Tally> rarestFirst;
  private final long documents;
  private final double perLinePair;

  /**
   * Looks at a series.
   *
   * @param tallies its quantities; a document counts for one of them only
   * @param lines the number of all its lines
   * @param documents how many documents have several lines
   * @param pairs of lines in one document
   */
  RepeatChance(List<Tally> tallies, long lines, long documents, double pairs) {
    this.rarestFirst =
        tallies.stream()
            .filter(t -> t.lines() > 1)
            .sorted(Comparator.comparingLong(Tally::lines).thenComparing(Tally::quantity))
            .toList();
    this.documents = documents;
    this.perLinePair = lines > 1 ? pairs / lines / (lines - 1) : 0;
  }

  /** Returns the quantities that chance explains least, empty where too few documents repeat. */
  Optional<RepeatGroup> leastLikely() {
    List<RepeatGroup> groups = groups();
    return groups.stream()
        .filter(g -> g.documents() >= FEWEST_DOCUMENTS)
        .max(Comparator.comparingDouble(this::evidence))
        .map(g -> group(g.alone(), g.quantities(), g.documents(), g.expected(), groups.size()));
  }

  /**
   * Returns the base units of the lines that repeat another, without those that chance explains. By
   * chance repeat only such documents as were not entered twice; documents without any repeat tell
   * how many these are.
   */
  double unitsBeyondChance() {
    double expected = rarestFirst.stream().mapToDouble(this::expected).sum();
    long repeating = rarestFirst.stream().mapToLong(Tally::documents).sum();
    double single =
        expected < documents ? Math.min(1, (documents - repeating) / (documents - expected)) : 1;
    return rarestFirst.stream()
        .mapToDouble(
            t -> t.quantity().doubleValue() * Math.max(0, t.surplus() - single * expected(t)))
        .sum();
  }

  private List<RepeatGroup> groups() {
    List<RepeatGroup> groups = new ArrayList<>();
    long repeating = 0;
    double expected = 0;
    for (int i = 0; i < rarestFirst.size(); i++) {
      Tally t = rarestFirst.get(i);
      groups.add(group(Optional.of(t.quantity()), 1, t.documents(), expected(t), 1));
      repeating += t.documents();
      expected += expected(t);
      boolean complete = i + 1 == rarestFirst.size() || rarestFirst.get(i + 1).lines() > t.lines();
      if (complete && i > 0) {
        groups.add(group(Optional.empty(), i + 1, repeating, expected, 1));
      }
    }
    return groups;
  }

  private RepeatGroup group(
      Optional<BigDecimal> alone, int quantities, long repeating, double expected, int groups) {
    RepeatGroup group = new RepeatGroup(alone, quantities, repeating, expected, 1);
    double chance = Math.min(1, groups * Math.exp(-evidence(group)));
    return new RepeatGroup(alone, quantities, repeating, expected, chance);
  }

  /** Returns the natural logarithm of how unlikely so many documents are, 0 where they are not. */
  private double evidence(RepeatGroup g) {
    double k = g.documents();
    double e = g.expected();
    if (k <= e) {
      return 0;
    }
    double rest = documents - k;
    return k * Math.log(k / e) + (rest == 0 ? 0 : rest * Math.log(rest / (documents - e)));
  }

  private double expected(Tally t) {
    return perLinePair * t.lines() * (t.lines() - 1);
  }
}
