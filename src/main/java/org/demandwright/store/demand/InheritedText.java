package org.demandwright.store.demand;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demandwright.core.demand.StockOut;
import org.demandwright.core.quality.InheritedDemand;

/** Demand that is taken over, as text: days since 1970 and units, parted by spaces. */
final class InheritedText {
  private InheritedText() {}

  static String content(InheritedDemand demand) {
    return demand.days().stream()
        .map(d -> d.day().toEpochDay() + ":" + d.units().stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(" "));
  }

  static String unseen(InheritedDemand demand) {
    return demand.unseen().stream()
        .map(s -> s.from().toEpochDay() + ":" + s.to().toEpochDay())
        .collect(Collectors.joining(" "));
  }

  /**
   * @param content null = nothing is taken over
   */
  static Optional<InheritedDemand> demand(String content, String unseen) {
    if (content == null) {
      return Optional.empty();
    }
    List<InheritedDemand.Day> days =
        parts(content).map(p -> new InheritedDemand.Day(day(p[0]), new BigDecimal(p[1]))).toList();
    return Optional.of(
        new InheritedDemand(
            days, parts(unseen).map(p -> new StockOut(day(p[0]), day(p[1]))).toList()));
  }

  private static LocalDate day(String text) {
    return LocalDate.ofEpochDay(Long.parseLong(text));
  }

  private static Stream<String[]> parts(String text) {
    return text.isEmpty()
        ? Stream.of()
        : Arrays.stream(text.split(" ")).map(part -> part.split(":", 2));
  }
}
