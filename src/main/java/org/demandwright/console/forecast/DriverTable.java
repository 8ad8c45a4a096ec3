package org.demandwright.console.forecast;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demandwright.app.forecast.SeriesExplanation;
import org.demandwright.console.frame.Texts;
import org.demandwright.core.explain.Contribution;
import org.demandwright.core.explain.Drivers;

/**
 * The table of what drives a forecast.
 *
 * @param members the models with their shares, empty where there is one alone
 * @param lines what the forecast starts from first, then the strongest driver first
 * @param next forecast of the first step
 * @param total forecast of all steps
 */
public record DriverTable(String members, List<Line> lines, double next, double total) {
  private static final List<String> STARTS = List.of(Drivers.BASE, Drivers.LEVEL, Drivers.WHOLE);

  /**
   * One driver.
   *
   * @param words its name as a planner says it
   * @param next what it adds to the first step
   * @param total what it adds to all steps
   * @param length of its bar, 0–100
   */
  public record Line(String words, double next, double total, int length) {
    public boolean isLess() {
      return total < 0;
    }
  }

  /**
   * @param next the explanation of the first step
   * @param whole that of all steps, with the same drivers
   */
  static DriverTable of(SeriesExplanation next, SeriesExplanation whole) {
    List<Contribution> all = whole.total().contributions();
    List<Contribution> first = next.total().contributions();
    double longest = all.stream().mapToDouble(c -> Math.abs(amount(c))).max().orElse(0);
    List<Line> lines =
        IntStream.range(0, all.size())
            .boxed()
            .sorted(
                Comparator.comparing((Integer i) -> !STARTS.contains(all.get(i).driver()))
                    .thenComparing(i -> -Math.abs(amount(all.get(i)))))
            .map(i -> line(all.get(i), amount(first.get(i)), longest))
            .toList();
    return new DriverTable(
        members(whole.members()),
        lines,
        next.total().forecast().get(0),
        whole.total().forecast().get(0));
  }

  private static Line line(Contribution c, double next, double longest) {
    int length = longest > 0 ? (int) Math.round(100 * Math.abs(amount(c)) / longest) : 0;
    return new Line(Texts.orElse("driver." + c.driver(), c.driver()), next, amount(c), length);
  }

  private static double amount(Contribution c) {
    return c.amounts().get(0);
  }

  private static String members(List<SeriesExplanation.Member> members) {
    return members.size() == 1
        ? ""
        : members.stream()
            .map(m -> m.model() + " " + Math.round(100 * m.weight()) + " %")
            .collect(Collectors.joining(", "));
  }
}
