package org.demandwright.app.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * How planners put their own figures over forecasts.
 *
 * @param fourEyes whether somebody else than its author has to approve an override
 * @param wholeUnits units that are counted in whole ones, in lower case
 */
public record OverrideSettings(boolean fourEyes, Set<String> wholeUnits) {
  private static final Setting<Boolean> FOUR_EYES =
      Setting.of(
          "dw.overrides.four-eyes",
          "false",
          "",
          Allowed.YES_OR_NO,
          "whether somebody else than its author has to approve an override");

  private static final Setting<Set<String>> WHOLE_UNITS =
      Setting.of(
          "dw.overrides.whole-units",
          "EA,Each,PCE,PCS,PC,Piece,Pieces,Unit,Units,Unit(s),Nos,Set,Pair,Box,Stk,ST,C62",
          "",
          new Allowed<>("names of units, separated by commas", OverrideSettings::units),
          "units that are counted in whole ones, in upper or lower case: overrides of their items are"
              + " spread in whole units ([decision 035](decisions/035-overrides.md)), those of all"
              + " others to six decimals");

  static final Concern CONCERN = new Concern("Overrides", List.of(FOUR_EYES, WHOLE_UNITS));

  public OverrideSettings {
    wholeUnits = Set.copyOf(wholeUnits);
  }

  static OverrideSettings in(Config config) {
    return new OverrideSettings(FOUR_EYES.in(config), WHOLE_UNITS.in(config));
  }

  /** Returns whether a unit is counted in whole ones. */
  public boolean isWhole(String uom) {
    return wholeUnits.contains(uom.toLowerCase(Locale.ROOT));
  }

  private static Set<String> units(String text) {
    return Arrays.stream(text.split(","))
        .map(unit -> unit.strip().toLowerCase(Locale.ROOT))
        .filter(unit -> !unit.isEmpty())
        .collect(Collectors.toSet());
  }
}
