package org.demandwright.core.model.regression;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.feature.AnnualShift;
import org.demandwright.core.feature.AnnualShiftTrainer;
import org.demandwright.core.feature.EffectTrainer;
import org.demandwright.core.feature.History;
import org.demandwright.core.feature.KnownEffects;
import org.demandwright.core.feature.MonthDayIndex;
import org.demandwright.core.feature.MonthDayTrainer;
import org.demandwright.core.feature.ObservedUnits;
import org.demandwright.core.feature.SeasonIndex;
import org.demandwright.core.feature.SeasonTrainer;
import org.demandwright.core.feature.TargetTransform;

/**
 * What a panel has taught about the things that are known in advance.
 *
 * <p>The effects of plans are learned beside a first, raw season; the season proper is learned on
 * demand from which these effects are divided out, so that a promotion in May does not become a
 * season of May.
 *
 * @param bucket width of the periods
 * @param effects of promotions, prices and holidays
 * @param season learned after the effects were divided out
 * @param monthDay learned after effects and season were divided out
 * @param shift learned after all of these were divided out; it acts past the origin alone
 */
record PanelFactors(
    Bucket bucket,
    KnownEffects effects,
    SeasonIndex season,
    MonthDayIndex monthDay,
    AnnualShift shift) {

  /**
   * Learns the factors.
   *
   * @param calendar whether holidays, events, the day of the month and the time of the year count
   */
  static PanelFactors train(
      List<History> panel, int season, HorizonBlocks blocks, boolean calendar) {
    Bucket bucket = panel.isEmpty() ? Bucket.DAY : panel.get(0).bucket();
    SeasonIndex raw = new SeasonTrainer(season, ObservedUnits::of).train(panel);
    KnownEffects effects = new EffectTrainer(panel, raw, calendar).train();
    Function<History, double[]> withoutPlans =
        new PackedUnits(h -> without(effects, h, ObservedUnits.of(h)));
    SeasonIndex proper = new SeasonTrainer(season, withoutPlans).train(panel);
    Function<History, double[]> unseasonal =
        new PackedUnits(h -> without(proper, h, withoutPlans.apply(h)));
    MonthDayIndex monthDay =
        calendar ? new MonthDayTrainer(unseasonal).train(panel) : MonthDayIndex.none();
    AnnualShift shift =
        calendar
            ? shift(panel, bucket, h -> without(monthDay, h, unseasonal.apply(h)), blocks)
            : AnnualShift.none();
    return new PanelFactors(bucket, effects, proper, monthDay, shift);
  }

  private static AnnualShift shift(
      List<History> panel, Bucket bucket, Function<History, double[]> units, HorizonBlocks blocks) {
    int[] ends = IntStream.range(0, blocks.count()).map(blocks::to).toArray();
    return new AnnualShiftTrainer(bucket).train(panel.stream().map(units), ends);
  }

  private static double[] without(TargetTransform known, History history, double[] units) {
    double[] rest = units.clone();
    TargetTransform.divide(rest, known.factors(history, units, units.length));
    return rest;
  }

  /** Returns the transforms in the order in which they are divided out. */
  List<TargetTransform> transforms() {
    return List.of(effects, season, monthDay, shift);
  }

  void write(StateText text) {
    text.put("bucket", bucket.name());
    text.put("effects", String.join(" ", effects.names()));
    text.put("effects.beta", effects.coefficients());
    write(text, "raw", effects.season());
    write(text, "season", season);
    text.put("shift", shift.steps().toArray());
    text.put("monthDay", monthDay.pool());
    text.put("monthDay.strength", monthDay.strength());
  }

  private static void write(StateText text, String name, SeasonIndex index) {
    text.put(name, index.season(), index.strength());
    // A category is the ERP's own text: it may hold what the form of the state forbids.
    index
        .pools()
        .forEach(
            (category, pool) ->
                text.put(name + ".of " + HexFormat.of().formatHex(category.getBytes(UTF_8)), pool));
  }

  static PanelFactors read(StateText text) {
    Bucket bucket = Bucket.valueOf(text.text("bucket"));
    KnownEffects effects =
        KnownEffects.restore(
            bucket, text.words("effects"), text.numbers("effects.beta"), season(text, "raw"));
    MonthDayIndex monthDay =
        new MonthDayIndex(text.numbers("monthDay.strength")[0], text.numbers("monthDay"));
    AnnualShift shift = new AnnualShift(DoubleVector.of(text.numbers("shift")));
    return new PanelFactors(bucket, effects, season(text, "season"), monthDay, shift);
  }

  private static SeasonIndex season(StateText text, String name) {
    double[] season = text.numbers(name);
    String prefix = name + ".of ";
    Map<String, double[]> pools = new TreeMap<>();
    for (String key : text.names(prefix)) {
      pools.put(
          new String(HexFormat.of().parseHex(key.substring(prefix.length())), UTF_8),
          text.numbers(key));
    }
    return new SeasonIndex((int) season[0], season[1], pools);
  }
}
