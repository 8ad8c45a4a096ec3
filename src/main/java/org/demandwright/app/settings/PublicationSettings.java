package org.demandwright.app.settings;

import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * What holds a version back from being published.
 *
 * @param staleDays it is held back when the last demand is older than so many days
 * @param volumeJumpPercent it is held back when its volume a day, over the series that it has in
 *     common with the published one, differs by more
 * @param archiveDays what readers were told of a period is kept until so many days after it began
 * @param plansDifferPercent a run warns when what it published adds up to something else than
 *     another plan over the same days, by more
 */
public record PublicationSettings(
    int staleDays, int volumeJumpPercent, int archiveDays, int plansDifferPercent) {
  /** How many days the last demand may be said to lie back. */
  public static final Allowed<Integer> STALE_DAYS = Allowed.between(0, 36_500);

  /** By how much the volume may be said to differ. */
  public static final Allowed<Integer> JUMP_PERCENT = Allowed.between(0, 1_000_000);

  private static final Setting<Integer> STALE =
      Setting.of(
          "dw.publish.stale-days",
          "7",
          "days",
          STALE_DAYS,
          "a version is held back when the last demand lies more days before its as-of day");

  private static final Setting<Integer> JUMP =
      Setting.of(
          "dw.publish.volume-jump-percent",
          "50",
          "percent",
          JUMP_PERCENT,
          "a version is held back when its volume a day differs by more from the last published one"
              + " of its plan with the same bucket and horizon, over the series that both have; when"
              + " the total over all series falls by more; when every forecast is 0; and when there"
              + " is no such version to compare with");

  private static final Setting<Integer> ARCHIVE =
      Setting.of(
          "dw.archive.days",
          "1096",
          "days",
          Allowed.between(0, 36_500),
          "what readers were told of a period, and what was then wanted, is kept until so many days"
              + " after the period began, longer than the versions: accuracy by lag is measured by it");

  private static final Setting<Integer> PLANS_DIFFER =
      Setting.of(
          "dw.publish.plans-differ-percent",
          "20",
          "percent",
          JUMP_PERCENT,
          "a run warns when the version that it published adds up to something else than the"
              + " published one of another plan over the periods that both cover as a whole, by more"
              + " of the latter");

  static final Concern CONCERN =
      new Concern("Publication", List.of(STALE, JUMP, ARCHIVE, PLANS_DIFFER));

  static PublicationSettings in(Config config) {
    return new PublicationSettings(
        STALE.in(config), JUMP.in(config), ARCHIVE.in(config), PLANS_DIFFER.in(config));
  }
}
