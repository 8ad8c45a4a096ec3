package org.demandwright.store.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.demandwright.core.DoubleVector;
import org.demandwright.core.Words;
import org.demandwright.core.demand.DemandPattern;
import org.demandwright.core.evaluate.Outlook;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.core.evaluate.SilenceRule;
import org.demandwright.core.evaluate.SiteActivity;
import org.junit.jupiter.api.Test;

class OutlookCodecTest {
  private static final Outlook OUTLOOK =
      new Outlook(
          List.of("Theta", "Croston"),
          List.of("length", "slope"),
          List.of(0.1 + 0.2, -0.0),
          List.of(Double.MIN_VALUE, Double.POSITIVE_INFINITY),
          Map.of("Theta", List.of(1 / 3.0, -2.5e-17, 0.25)),
          List.of(
              new Outlook.Bar(
                  DemandPattern.LUMPY,
                  "Croston",
                  Words.of("forecast.barred.worse", 15, "its", Words.literal("½")))),
          7);
  private static final PanelOutlook PANEL =
      new PanelOutlook(
          OUTLOOK,
          Outlook.none(),
          new SilenceRule(0.03, new SiteActivity(Map.of("DW|SHA", DoubleVector.of(1, 0, 1.1)))));

  @Test
  void keepsEveryBit() {
    assertThat(OutlookCodec.outlook(OutlookCodec.bytes(PANEL))).isEqualTo(PANEL);
    assertThat(OutlookCodec.outlook(OutlookCodec.bytes(PanelOutlook.none())))
        .isEqualTo(PanelOutlook.none());
  }

  @Test
  void refusesAnotherFormat() {
    byte[] bytes = OutlookCodec.bytes(PANEL);
    bytes[0] = 9;
    assertThatThrownBy(() -> OutlookCodec.outlook(bytes))
        .hasMessageContaining("format 9")
        .hasMessageContaining("train-models");
  }
}
