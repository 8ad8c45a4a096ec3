package org.demandwright.core.evaluate;

import java.util.Objects;

/**
 * What a panel lets expect of each model, and of a series that fell silent.
 *
 * @param whole for series that are long enough for tests of the whole horizon
 * @param brief for shorter ones: learned from the tests that such series allow, and from the whole
 *     tests of longer series of which the methods saw no more periods than a short one has
 * @param silence when a series counts as silent
 */
public record PanelOutlook(Outlook whole, Outlook brief, SilenceRule silence) {
  private static final PanelOutlook NONE =
      new PanelOutlook(Outlook.none(), Outlook.none(), SilenceRule.untaught());

  public PanelOutlook {
    Objects.requireNonNull(whole, "whole");
    Objects.requireNonNull(brief, "brief");
    Objects.requireNonNull(silence, "silence");
  }

  /** Returns the outlook of a panel about which nothing is known. */
  public static PanelOutlook none() {
    return NONE;
  }

  /** Returns the same with the sites' activity up to a later origin. */
  public PanelOutlook at(SiteActivity activity) {
    return new PanelOutlook(whole, brief, new SilenceRule(silence.limit(), activity));
  }
}
