package org.demandwright.core.decide.promotion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.core.decide.promotion.PromotionEffect.Evidence;
import org.demandwright.core.decide.promotion.Shrinkage.Drawn;
import org.demandwright.core.decide.promotion.Shrinkage.Mean;
import org.demandwright.core.demand.ItemKey;

/**
 * Learns from past promotions what they do: items are added place by place, and nothing is kept of
 * their days but what was sold in promotions and, by category and site, what was sold apart from
 * the usual week by week.
 *
 * <p><b>Uplift.</b> u = ln(sold ÷ expected) of a promotion at all sites that had it, with the
 * variance φ/M + a Σm²/M² of what is sold and the like of what was expected, where m is expected of
 * a week and M of all, φ is variance ÷ mean of the item within a week, and a the variance of a
 * week's luck, of all items together. Promotions of an item are weighed by 1 ÷ (variance + ω²),
 * where ω² is what they differ by beyond it, after they are brought to the item's usual depth by a
 * slope of u on the logarithm of the depth, of all items together. Items are drawn to their
 * category at their depth ({@link Shrinkage}).
 *
 * <p><b>Dip.</b> The same of the {@value #BEHIND} days behind.
 *
 * <p><b>What is taken from others.</b> The share κ by which the others of the category at the site
 * sell less: least squares of their units apart from the usual on the units that its promotions
 * brought more, week by week, the latter without its mean of nine weeks, weighed by 1 ÷ what was
 * expected, with the sandwich variance (White 1980, Econometrica 48); categories are drawn to their
 * mean.
 *
 * <p>Both sides of a promotion are looked at: it judges the past and is no forecast.
 */
public final class PromotionStudy {
  /** Days behind a promotion in which people may buy less. */
  public static final int BEHIND = OrdinaryDays.AFTER;

  /** An item whose own logarithm is known no better than this is refused. */
  private static final double MOST_VARIANCE = 0.16;

  private static final int LEAST_DAYS = 7;

  /** A share that is known no better than this is not told. */
  private static final double MOST_VARIANCE_OF_SHARE = 0.0625;

  private final LocalDate first;
  private final int firstWeek;
  private final int weeks;
  private final BitSet apart;
  private final Map<String, StudiedItem> items = new TreeMap<>();
  private final Map<String, ShelfWeeks> shelves = new TreeMap<>();
  private final WeekScatter.Luck luck = new WeekScatter.Luck();

  /**
   * @param market its days; all places that are added begin on its first one
   * @param days that are known
   */
  public PromotionStudy(MarketDays market, int days) {
    this.first = market.first();
    this.apart = market.apart();
    this.firstWeek = OrdinaryDays.weekOf(first);
    this.weeks = OrdinaryDays.weekOf(first.plusDays(days)) - firstWeek + 1;
  }

  /** Adds an item at a site. */
  public void add(PlaceDays place) {
    if (!place.first().equals(first)) {
      throw new IllegalArgumentException(
          "%s begins on %s and not on %s".formatted(place.item(), place.first(), first));
    }
    OrdinaryDays days = new OrdinaryDays(place, apart);
    StudiedItem item =
        items.computeIfAbsent(
            place.item().orgId() + "\u001f" + place.item().itemId(),
            key -> new StudiedItem(place.item(), place.category()));
    item.add(place, days, luck);
    shelf(item, place.site()).add(days, firstWeek);
  }

  private ShelfWeeks shelf(StudiedItem item, String site) {
    return shelves.computeIfAbsent(
        item.group() + "\u001f" + site, key -> new ShelfWeeks(item.group(), weeks));
  }

  /** What was learned of all. */
  private record Learned(
      PooledFactor uplift,
      PooledFactor dip,
      Map<String, Drawn> taken,
      double[] ratios,
      double luck) {}

  /** Returns what was learned. */
  public PromotionEffects effects() {
    Map<StudiedItem, List<PromotionCase>> cases = new HashMap<>();
    List<PromotionCase> all = new ArrayList<>();
    for (StudiedItem item : items.values()) {
      cases.put(item, List.copyOf(item.cases()));
      all.addAll(cases.get(item));
    }
    Learned learned = learn(all);
    return new PromotionEffects(
        categories(cases, learned),
        items.values().stream().map(item -> item(item, cases.get(item), learned)).toList(),
        all.stream().map(one -> once(one, learned)).toList(),
        Math.sqrt(learned.uplift().again()),
        learned.uplift().slope());
  }

  private Learned learn(List<PromotionCase> all) {
    double weekLuck = luck.variance();
    double[] ratios = ratios(all);
    List<PooledFactor.Told> inIt = new ArrayList<>();
    List<PooledFactor.Told> behindIt = new ArrayList<>();
    for (PromotionCase c : all) {
      c.inIt(ratios[0], weekLuck)
          .ifPresent(e -> inIt.add(new PooledFactor.Told(c.item(), e, c.depth().map(Math::log))));
      c.behindIt(ratios[1], weekLuck)
          .ifPresent(e -> behindIt.add(new PooledFactor.Told(c.item(), e, Optional.empty())));
    }
    PooledFactor uplift = PooledFactor.of(inIt);
    items
        .values()
        .forEach(item -> uplift.drawn(item).ifPresent(drawn -> bring(item, drawn.value())));
    return new Learned(
        uplift, PooledFactor.of(behindIt), ShelfWeeks.taken(shelves.values()), ratios, weekLuck);
  }

  /** Puts what the promotions of an item brought more beside what was sold of others. */
  private void bring(StudiedItem item, double logUplift) {
    item.weeks()
        .forEach(
            (site, weeks) ->
                weeks.forEach(
                    of -> shelf(item, site).bring(of, Math.exp(logUplift) - 1, firstWeek)));
  }

  /** What was sold ÷ expected in and behind all promotions together. */
  private static double[] ratios(List<PromotionCase> all) {
    double[] sums = new double[4];
    for (PromotionCase c : all) {
      Evidence e = c.evidence();
      sums[0] += e.sold();
      sums[1] += e.expected();
      sums[2] += c.soldBehind();
      sums[3] += c.expectedBehind();
    }
    return new double[] {ratio(sums[0], sums[1]), ratio(sums[2], sums[3])};
  }

  private static double ratio(double sold, double expected) {
    return sold > 0 && expected > 0 ? sold / expected : 1;
  }

  private static Evidence sum(List<PromotionCase> cases, int items) {
    Evidence sum = Evidence.of(0, 0, items, 0, 0, 0);
    for (PromotionCase c : cases) {
      Evidence e = c.evidence();
      sum =
          Evidence.of(
              sum.promotions() + 1,
              sum.usable() + e.usable(),
              items,
              sum.days() + e.days(),
              sum.sold() + e.sold(),
              sum.expected() + e.expected());
    }
    return sum;
  }

  private static Optional<WhyUnknown> why(
      StudiedItem item, List<PromotionCase> cases, Evidence evidence, PooledFactor uplift) {
    if (cases.isEmpty()) {
      return Optional.of(WhyUnknown.NO_PROMOTION);
    }
    if (item.isAlwaysOn()) {
      return Optional.of(WhyUnknown.ALWAYS_ON);
    }
    Optional<PooledFactor.Own> own = uplift.own(item);
    if (own.isEmpty()) {
      return PromotionCase.most(cases).or(() -> Optional.of(WhyUnknown.TOO_LITTLE_SOLD));
    }
    if (evidence.days() < LEAST_DAYS) {
      return Optional.of(WhyUnknown.TOO_FEW_DAYS);
    }
    return own.get().estimate().variance() > MOST_VARIANCE
        ? Optional.of(WhyUnknown.TOO_LITTLE_SOLD)
        : Optional.empty();
  }

  private static PromotionEffect item(
      StudiedItem item, List<PromotionCase> cases, Learned learned) {
    Evidence evidence = sum(cases, 1);
    Optional<WhyUnknown> why = why(item, cases, evidence, learned.uplift());
    Optional<Double> depth =
        learned.uplift().own(item).flatMap(PooledFactor.Own::logDepth).map(Math::exp);
    if (why.isPresent()) {
      return unknown(item.key(), item.category(), Optional.empty(), evidence, depth, why);
    }
    Optional<Pooled> uplift =
        learned.uplift().drawn(item).map(d -> Pooled.factor(d.value(), d.variance(), d.weight()));
    Optional<Pooled> dip =
        learned.dip().drawn(item).map(d -> Pooled.factor(d.value(), d.variance(), d.weight()));
    Optional<Pooled> taken = taken(learned, item.group());
    return new PromotionEffect(
        item.key(),
        item.category(),
        Optional.empty(),
        evidence,
        depth,
        uplift,
        dip,
        taken,
        net(uplift.orElseThrow(), dip, taken, behind(cases, evidence)),
        Optional.empty());
  }

  private static PromotionEffect unknown(
      ItemKey key,
      String category,
      Optional<PromotionEffect.Once> once,
      Evidence evidence,
      Optional<Double> depth,
      Optional<WhyUnknown> why) {
    return new PromotionEffect(
        key,
        category,
        once,
        evidence,
        depth,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        why);
  }

  private static Optional<Pooled> taken(Learned learned, String group) {
    return Optional.ofNullable(learned.taken().get(group))
        .filter(d -> d.variance() <= MOST_VARIANCE_OF_SHARE)
        .map(d -> Pooled.of(d.value(), d.variance(), d.weight()));
  }

  /** How many usual days behind there are for one in a promotion. */
  private static double behind(List<PromotionCase> cases, Evidence evidence) {
    return cases.stream().mapToDouble(PromotionCase::expectedBehind).sum() / evidence.expected();
  }

  /**
   * Uplift − what is taken of it + dip, for a usual day; its parts are taken to err on their own.
   * Empty where one of them is not known.
   */
  private static Optional<Pooled> net(
      Pooled uplift, Optional<Pooled> dip, Optional<Pooled> taken, double behind) {
    if (dip.isEmpty() || taken.isEmpty()) {
      return Optional.empty();
    }
    double share = taken.get().value();
    double mean = uplift.value() * (1 - share) + behind * dip.get().value();
    double variance =
        (1 - share) * (1 - share) * uplift.variance()
            + uplift.value() * uplift.value() * taken.get().variance()
            + behind * behind * dip.get().variance();
    return Optional.of(Pooled.of(mean, variance, uplift.weight()));
  }

  private static List<PromotionEffect> categories(
      Map<StudiedItem, List<PromotionCase>> cases, Learned learned) {
    Map<String, List<StudiedItem>> byGroup = new TreeMap<>();
    cases.forEach(
        (item, of) -> {
          if (!of.isEmpty()) {
            byGroup.computeIfAbsent(item.group(), g -> new ArrayList<>()).add(item);
          }
        });
    List<PromotionEffect> effects = new ArrayList<>();
    byGroup.forEach((group, items) -> effects.add(category(group, items, cases, learned)));
    return effects;
  }

  private static PromotionEffect category(
      String group,
      List<StudiedItem> items,
      Map<StudiedItem, List<PromotionCase>> cases,
      Learned learned) {
    List<PromotionCase> all = new ArrayList<>();
    items.stream()
        .sorted((one, other) -> one.key().itemId().compareTo(other.key().itemId()))
        .forEach(item -> all.addAll(cases.get(item)));
    Evidence evidence = sum(all, items.size());
    ItemKey key = new ItemKey(items.get(0).key().orgId(), "");
    String category = items.get(0).category();
    Optional<Double> depth = learned.uplift().logDepth(group).map(Math::exp);
    if (evidence.usable() == 0) {
      return unknown(key, category, Optional.empty(), evidence, depth, PromotionCase.most(all));
    }
    Mean up = learned.uplift().ofCategory(group);
    Mean down = learned.dip().ofCategory(group);
    Pooled uplift = Pooled.factor(up.value(), up.variance(), 1);
    Optional<Pooled> dip = Optional.of(Pooled.factor(down.value(), down.variance(), 1));
    Optional<Pooled> taken = taken(learned, group);
    return new PromotionEffect(
        key,
        category,
        Optional.empty(),
        evidence,
        depth,
        Optional.of(uplift),
        dip,
        taken,
        net(uplift, dip, taken, behind(all, evidence)),
        Optional.empty());
  }

  /** What one promotion did, by its own evidence alone. */
  private static PromotionEffect once(PromotionCase c, Learned learned) {
    Optional<Pooled> uplift =
        c.inIt(learned.ratios()[0], learned.luck())
            .map(e -> Pooled.factor(e.value(), e.variance(), 1));
    Optional<Pooled> dip =
        c.behindIt(learned.ratios()[1], learned.luck())
            .map(e -> Pooled.factor(e.value(), e.variance(), 1));
    return new PromotionEffect(
        c.item().key(),
        c.item().category(),
        Optional.of(c.once()),
        c.evidence(),
        c.depth(),
        uplift,
        uplift.isPresent() ? dip : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        uplift.isPresent()
            ? Optional.empty()
            : c.unknown().or(() -> Optional.of(WhyUnknown.TOO_LITTLE_SOLD)));
  }
}
