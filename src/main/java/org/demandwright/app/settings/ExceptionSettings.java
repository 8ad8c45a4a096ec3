package org.demandwright.app.settings;

import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * From when on something is said to be an exception.
 *
 * @param precisionPercent share of what is said that is to come
 * @param replayWeeks that are replayed
 * @param replayDays between two replays
 * @param overstockDays within which stock is to be sold
 * @param overstockPercent probability with which it is not, at least
 * @param breakPerThousand false alarms of demand breaks
 * @param driftPercent tracking signal of forecasts, at least
 * @param concentrationPercent share of one customer, at least
 */
public record ExceptionSettings(
    int precisionPercent,
    int replayWeeks,
    int replayDays,
    int overstockDays,
    int overstockPercent,
    int breakPerThousand,
    int driftPercent,
    int concentrationPercent) {
  private static final Allowed<Integer> PERCENT = Allowed.between(1, 100);

  private static final Setting<Integer> PRECISION =
      Setting.of(
          "dw.exceptions.precision-percent",
          "60",
          "percent",
          PERCENT,
          "share of the exceptions of a kind that is to come: the past is replayed, and the lowest"
              + " threshold that kept it on the earlier part is taken");

  private static final Setting<Integer> REPLAY_WEEKS =
      Setting.of(
          "dw.exceptions.replay-weeks",
          "52",
          "weeks",
          Allowed.between(0, 156),
          "so many mornings, one a week, are replayed; 0 = the past is not replayed, and the usual"
              + " thresholds count");

  private static final Setting<Integer> REPLAY_DAYS =
      Setting.of(
          "dw.exceptions.replay-every-days",
          "7",
          "days",
          Allowed.between(1, 365),
          "the past is replayed again after so many days");

  private static final Setting<Integer> OVERSTOCK_DAYS =
      Setting.of(
          "dw.exceptions.overstock-days",
          "91",
          "days",
          Allowed.between(7, 730),
          "stock is too much that is not sold within so many days, or within the maximum cover where"
              + " one counts; nothing is topped up to a vendor's least value beyond it");

  private static final Setting<Integer> OVERSTOCK =
      Setting.of(
          "dw.exceptions.overstock-percent",
          "95",
          "percent",
          PERCENT,
          "… with this probability at least");

  private static final Setting<Integer> BREAK =
      Setting.of(
          "dw.exceptions.break-per-thousand",
          "10",
          "per thousand",
          Allowed.between(1, 500),
          "a demand break is said only where chance alone would say it of no more series at a time");

  private static final Setting<Integer> DRIFT =
      Setting.of(
          "dw.exceptions.drift-percent",
          "50",
          "percent",
          PERCENT,
          "forecasts drift where their smoothed error is at least this share of their smoothed"
              + " absolute error (Trigg's tracking signal)");

  private static final Setting<Integer> CONCENTRATION =
      Setting.of(
          "dw.exceptions.concentration-percent",
          "50",
          "percent",
          PERCENT,
          "one customer makes at least this share of the demand of a year");

  static final Concern CONCERN =
      new Concern(
          "Exceptions",
          List.of(
              PRECISION,
              REPLAY_WEEKS,
              REPLAY_DAYS,
              OVERSTOCK_DAYS,
              OVERSTOCK,
              BREAK,
              DRIFT,
              CONCENTRATION));

  static ExceptionSettings in(Config config) {
    return new ExceptionSettings(
        PRECISION.in(config),
        REPLAY_WEEKS.in(config),
        REPLAY_DAYS.in(config),
        OVERSTOCK_DAYS.in(config),
        OVERSTOCK.in(config),
        BREAK.in(config),
        DRIFT.in(config),
        CONCENTRATION.in(config));
  }
}
