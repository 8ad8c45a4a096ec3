package org.demandwright.core.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * A suggestion that was accepted, with what the ERP has of it by now. Base units.
 *
 * @param number of the suggestion
 * @param site for which it is
 * @param vendor from whom; empty where it is sent from another site
 * @param on the day of its acceptance
 * @param quantity that was accepted, above 0
 * @param expectedOn the day on which it should arrive
 * @param document of the ERP's order; empty = not known
 * @param before identities of the ERP's lines that were there when it was accepted: none of them is
 *     its order
 * @param found the ERP's lines that are its order
 */
public record AcceptedOrder(
    long number,
    String site,
    Optional<String> vendor,
    LocalDate on,
    BigDecimal quantity,
    LocalDate expectedOn,
    Optional<String> document,
    Set<String> before,
    List<Found> found) {

  /**
   * A line of the ERP that is the order, or a part of it.
   *
   * @param quantity of the line that it is; the most that was ever seen of it
   */
  public record Found(String line, Optional<String> document, BigDecimal quantity) {}

  /**
   * A line of the ERP's orders of the same item.
   *
   * @param id its identity
   * @param site empty where the order names none: it is that of any
   * @param vendor likewise
   * @param orderedOn empty where the ERP does not say; then only lines that were not there at the
   *     acceptance are meant
   * @param quantity ordered; where the ERP tells open ones alone, what is open
   */
  public record Line(
      String id,
      Optional<String> site,
      Optional<String> vendor,
      Optional<String> document,
      Optional<LocalDate> orderedOn,
      BigDecimal quantity) {}

  public AcceptedOrder {
    Objects.requireNonNull(vendor, "vendor");
    Objects.requireNonNull(on, "on");
    Objects.requireNonNull(expectedOn, "expectedOn");
    Objects.requireNonNull(document, "document");
    before = Set.copyOf(before);
    found = List.copyOf(found);
    if (quantity.signum() <= 0) {
      throw new IllegalArgumentException(
          "suggestion %d is accepted with %s units".formatted(number, quantity));
    }
  }

  /** Returns what the ERP has of it. */
  public BigDecimal ordered() {
    return found.stream().map(Found::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Returns what the ERP has not, at least 0. */
  public BigDecimal missing() {
    return quantity.subtract(ordered()).max(BigDecimal.ZERO);
  }

  /**
   * Returns what became of it in the morning of a day: ordered where the ERP has all of it, or has
   * a part when it should have arrived; lapsed where it has nothing by then.
   *
   * @return empty while it is waited for
   */
  public Optional<SuggestionAnswer> outcome(LocalDate today) {
    boolean over = today.isAfter(expectedOn);
    if (missing().signum() == 0 || over && !found.isEmpty()) {
      return Optional.of(SuggestionAnswer.ORDERED);
    }
    return over ? Optional.of(SuggestionAnswer.LAPSED) : Optional.empty();
  }

  /** Returns what still counts as on its way; 0 where it is waited for no longer. */
  public BigDecimal onItsWay(LocalDate today) {
    return outcome(today).isPresent() ? BigDecimal.ZERO : missing();
  }

  private boolean mayBe(Line line) {
    return line.site().filter(s -> !s.equals(site)).isEmpty()
        && (vendor.isEmpty() || line.vendor().isEmpty() || vendor.equals(line.vendor()))
        && !before.contains(line.id())
        && line.orderedOn().filter(day -> day.isBefore(on)).isEmpty();
  }

  private boolean isNamedBy(Line line) {
    return document.isPresent() && document.equals(line.document());
  }

  /** Returns it with so much of a line. */
  private AcceptedOrder and(Line line, BigDecimal units) {
    Map<String, Found> lines = new LinkedHashMap<>();
    found.forEach(f -> lines.put(f.line(), f));
    lines.merge(
        line.id(),
        new Found(line.id(), line.document(), units),
        (was, more) -> new Found(was.line(), more.document(), was.quantity().add(more.quantity())));
    return new AcceptedOrder(
        number,
        site,
        vendor,
        on,
        quantity,
        expectedOn,
        document,
        before,
        List.copyOf(lines.values()));
  }

  /**
   * Lays the ERP's lines on what was accepted of one item.
   *
   * <p>Those whose document is known take its lines first. Then the oldest acceptance takes lines
   * that were ordered on its day or later, the oldest first, until it has its quantity; what it
   * leaves of a line the next one may take, so that each unit of a line is used once. What was
   * found before stays found, with the most that was seen of it: an order that is partly received,
   * or struck, is an order.
   *
   * @param accepted in any order
   * @param lines in any order
   * @param used of lines by suggestions that are not waited for any more, base units
   * @return the same, those of the oldest acceptance first
   */
  public static List<AcceptedOrder> match(
      List<AcceptedOrder> accepted, List<Line> lines, Map<String, BigDecimal> used) {
    Map<String, BigDecimal> left = new HashMap<>();
    lines.forEach(l -> left.merge(l.id(), l.quantity(), BigDecimal::max));
    used.forEach((line, units) -> left.computeIfPresent(line, (id, all) -> all.subtract(units)));
    accepted.stream()
        .flatMap(a -> a.found().stream())
        .forEach(f -> left.computeIfPresent(f.line(), (id, all) -> all.subtract(f.quantity())));
    List<AcceptedOrder> matched =
        accepted.stream()
            .sorted(Comparator.comparing(AcceptedOrder::on).thenComparing(AcceptedOrder::number))
            .toList();
    matched = laid(matched, lines, left, AcceptedOrder::isNamedBy);
    return laid(matched, lines, left, AcceptedOrder::mayBe);
  }

  private static List<AcceptedOrder> laid(
      List<AcceptedOrder> accepted,
      List<Line> lines,
      Map<String, BigDecimal> left,
      BiPredicate<AcceptedOrder, Line> fits) {
    List<Line> inOrder =
        lines.stream()
            .sorted(
                Comparator.comparing((Line l) -> l.orderedOn().orElse(LocalDate.MAX))
                    .thenComparing(Line::id))
            .toList();
    List<AcceptedOrder> laid = new ArrayList<>();
    for (AcceptedOrder order : accepted) {
      AcceptedOrder now = order;
      for (Line line : inOrder) {
        BigDecimal units = now.missing().min(left.get(line.id()));
        if (units.signum() > 0 && fits.test(now, line)) {
          now = now.and(line, units);
          left.merge(line.id(), units, BigDecimal::subtract);
        }
      }
      laid.add(now);
    }
    return laid;
  }
}
