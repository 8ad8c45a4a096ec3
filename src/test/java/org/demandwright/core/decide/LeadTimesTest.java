package org.demandwright.core.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.demandwright.core.decide.OrderedLine.Receipt;
import org.junit.jupiter.api.Test;

class LeadTimesTest {
  private static final LocalDate TODAY = TestDemand.MONDAY;
  private static final int WINDOW = 730;
  private static final StatedLeadTime UNKNOWN =
      new StatedLeadTime(Optional.empty(), Optional.empty(), 7);

  private static StatedLeadTime promised(int days) {
    return new StatedLeadTime(Optional.of(days), Optional.of(99), 7);
  }

  private static OrderedLine line(
      String vendor, String item, int ago, int promised, boolean open, int... arrivals) {
    LocalDate ordered = TODAY.minusDays(ago);
    List<Receipt> receipts = new ArrayList<>();
    for (int days : arrivals) {
      receipts.add(new Receipt(ordered.plusDays(days), BigDecimal.TEN));
    }
    return new OrderedLine(
        vendor,
        item,
        ordered,
        promised < 0 ? Optional.empty() : Optional.of(ordered.plusDays(promised)),
        BigDecimal.valueOf(40),
        receipts,
        open,
        OpenDays.ALL);
  }

  private static LeadTime learned(List<OrderedLine> lines, StatedLeadTime stated) {
    return LeadTimes.learn(lines, TODAY, WINDOW).of("v", "i", stated);
  }

  /** The worked example of {@link Arrivals}. */
  @Test
  void whatIsAwaitedTakesLongerThanItHas() {
    LeadTime lead =
        learned(
            List.of(
                line("v", "i", 50, -1, false, 2),
                line("v", "i", 50, -1, false, 4),
                line("v", "i", 50, -1, false, 5),
                line("v", "i", 4, -1, true)),
            UNKNOWN);
    assertThat(lead.workingDays()).isEqualTo(DayDistribution.of(Map.of(2, 2.0, 4, 3.0, 5, 3.0)));
    assertThat(lead.source()).isEqualTo(LeadTime.Source.LEARNED);
    assertThat(lead.receipts()).isEqualTo(3);
    assertThat(lead.open()).isEqualTo(1);
  }

  /**
   * The remission times of the 6-MP arm in Freireich et al. (1963), the example of Kaplan-Meier
   * estimates in textbooks (Cox &amp; Oakes 1984, table 1.1): survival 0.857, 0.807, 0.753, 0.690,
   * 0.627, 0.538, 0.448 after 6, 7, 10, 13, 16, 22 and 23 weeks.
   */
  @Test
  void productLimitOfATextbook() {
    int[] events = {6, 6, 6, 7, 10, 13, 16, 22, 23};
    int[] censored = {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};
    Arrivals arrivals = new Arrivals();
    for (int t : events) {
      arrivals.arrived(t, 1);
    }
    for (int t : censored) {
      arrivals.awaited(t, 1);
    }
    DayDistribution estimate = arrivals.distribution().orElseThrow();
    Map<Integer, Double> survival =
        Map.of(6, .857, 7, .807, 10, .753, 13, .690, 16, .627, 22, .538, 23, .448);
    survival.forEach(
        (t, s) -> {
          double left = 1;
          for (int day = 0; day <= t; day++) {
            left -= estimate.share(day);
          }
          assertThat(left).isCloseTo(s, within(5e-4));
        });
    assertThat(estimate.last()).as("the rest after the longest waiting").isEqualTo(36);
  }

  @Test
  void aLineCountsOnceAndItsPartsByWhatTheyBrought() {
    LeadTime lead =
        learned(
            List.of(line("v", "i", 50, -1, false, 3, 3, 3, 11), line("v", "i", 60, -1, false, 11)),
            UNKNOWN);
    assertThat(lead.workingDays().share(3)).isEqualTo(0.75 / 2);
    assertThat(lead.receipts()).as("the second was closed after a quarter").isEqualTo(2);
    LeadTime half = learned(List.of(line("v", "i", 9, -1, true, 3, 5)), UNKNOWN);
    assertThat(half.receipts()).isEqualTo(0.5);
    assertThat(half.workingDays())
        .as("the half that is awaited for 8 days counts up to there, then it is to come")
        .isEqualTo(DayDistribution.of(Map.of(3, 0.25, 5, 0.25, 9, 0.5)));
  }

  @Test
  void workingDaysOfBothCount() {
    OpenDays work =
        new OpenDays(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), List.of(TODAY.minusDays(20)));
    LocalDate ordered = TODAY.minusDays(21);
    OrderedLine line =
        new OrderedLine(
            "v",
            "i",
            ordered,
            Optional.of(ordered.plusDays(4)),
            BigDecimal.ONE,
            List.of(new Receipt(ordered.plusDays(7), BigDecimal.ONE)),
            false,
            work);
    LeadTime lead = learned(List.of(line), UNKNOWN);
    assertThat(lead.punctuality().orElseThrow())
        .isEqualTo(new LeadTime.Punctuality(1, 0, 1, 4 - 3));
    assertThat(StatedLeadTime.workingDays(14, work)).isEqualTo(10);
  }

  @Test
  void nobodyWaitsForWhatWasForgotten() {
    List<OrderedLine> lines =
        new ArrayList<>(
            List.of(line("v", "i", 90, -1, false, 4), line("v", "i", 80, -1, false, 10)));
    LeadTime before = learned(lines, UNKNOWN);
    lines.add(line("v", "i", 70, -1, true));
    LeadTime after = learned(lines, UNKNOWN);
    assertThat(after.workingDays()).isEqualTo(before.workingDays());
    assertThat(after.forgotten()).isEqualTo(1);
    lines.set(2, line("v", "i", 21, -1, true));
    assertThat(learned(lines, UNKNOWN).mean()).isGreaterThan(before.mean());
  }

  @Test
  void whatWasOrderedBeforeTheWindowIsLeftOut() {
    List<OrderedLine> lines =
        List.of(line("v", "i", WINDOW + 1, -1, false, 60), line("v", "i", WINDOW, -1, false, 5));
    assertThat(learned(lines, UNKNOWN).workingDays()).isEqualTo(DayDistribution.certain(5));
  }

  @Test
  void withoutReceiptsSomebodySaysSo() {
    assertThat(learned(List.of(), promised(12)).source()).isEqualTo(LeadTime.Source.PROMISED);
    assertThat(learned(List.of(), promised(12)).mean()).isEqualTo(12);
    StatedLeadTime erp = new StatedLeadTime(Optional.empty(), Optional.of(20), 7);
    assertThat(learned(List.of(), erp).source()).isEqualTo(LeadTime.Source.ERP);
    LeadTime otherwise = learned(List.of(), UNKNOWN);
    assertThat(otherwise.source()).isEqualTo(LeadTime.Source.DEFAULT);
    assertThat(otherwise.workingDays()).isEqualTo(DayDistribution.certain(7));
    assertThat(otherwise.weights()).isEqualTo(new LeadTime.Weights(0, 0, 1));
  }

  /** Variance 4 within and 1 between, as in the worked example of {@link Credibility}. */
  @Test
  void theWeightIsMeasured() {
    assertThat(new Credibility(4, 1).weight(12)).isEqualTo(0.75);
    // means 0, 10; n = 2 each; variance 1: within = 4/2 = 2, between = (100 − 2) / 2 = 49
    Credibility two =
        Credibility.among(List.of(new Credibility.Group(2, 0, 1), new Credibility.Group(2, 10, 1)));
    assertThat(two).isEqualTo(new Credibility(2, 49));
    assertThat(Credibility.aroundZero(List.of(new Credibility.Group(4, 3, 3))))
        .isEqualTo(new Credibility(4, 8));
    assertThat(Credibility.among(List.of(new Credibility.Group(1, 3, 0))).weight(1)).isZero();
  }

  @Test
  void anItemWithFewReceiptsBehavesAsItsVendor() {
    Random random = new Random(5);
    List<OrderedLine> lines = new ArrayList<>();
    for (int item = 0; item < 10; item++) {
      for (int n = 0; n < 30; n++) {
        lines.add(line("v", "old" + item, 20 + n, 10, false, 8 + item + random.nextInt(5)));
      }
    }
    lines.add(line("v", "i", 60, 10, false, 40));
    LeadTimes learned = LeadTimes.learn(lines, TODAY, WINDOW);
    LeadTime one = learned.of("v", "i", promised(10));
    LeadTime none = learned.of("v", "new", promised(20));
    double w = one.weights().item();
    double above = learned.of("v", "another", promised(10)).mean();
    assertThat(w).isBetween(0.2, 0.98);
    assertThat(one.mean()).isCloseTo(w * 40 + (1 - w) * above, within(1e-9));
    assertThat(none.weights().item()).isZero();
    assertThat(none.mean()).as("late as the vendor is").isBetween(23.0, 26.0);
    assertThat(one.weights().item() + one.weights().vendor() + one.weights().stated())
        .isCloseTo(1, within(1e-12));
    assertThat(learned.of("v", "old9", promised(10)).mean()).isCloseTo(19, within(1.0));
    LeadTime stranger = learned.of("w", "i", promised(10));
    assertThat(stranger.source()).isEqualTo(LeadTime.Source.PROMISED);
    assertThat(stranger.mean()).isCloseTo(10, within(0.6));
    assertThat(stranger.deviation()).as("scatters as vendors do").isGreaterThan(1);
  }

  @Test
  void withTwentyReceiptsTheMeanIsWithinATenth() {
    Random random = new Random(7);
    List<OrderedLine> lines = new ArrayList<>();
    double[] truth = new double[40];
    for (int v = 0; v < truth.length; v++) {
      double mean = 8 + 25 * random.nextDouble();
      truth[v] = mean;
      for (int n = 0; n < 20 + random.nextInt(40); n++) {
        int ago = random.nextInt(400);
        int takes = (int) Math.round(mean * (1 + 0.2 * random.nextGaussian()));
        boolean open = takes >= ago;
        int promise = 5 + v % 20;
        lines.add(
            open
                ? line("v" + v, "i", ago, promise, true)
                : line("v" + v, "i", ago, promise, false, takes));
      }
    }
    LeadTimes learned = LeadTimes.learn(lines, TODAY, WINDOW);
    int counted = 0;
    for (int v = 0; v < truth.length; v++) {
      LeadTime lead = learned.of("v" + v, "i", promised(5 + v % 20));
      if (lead.receipts() >= 20) {
        assertThat(lead.mean()).as("v" + v).isCloseTo(truth[v], within(truth[v] / 10));
        counted++;
      }
    }
    assertThat(counted).isGreaterThan(20);
  }
}
