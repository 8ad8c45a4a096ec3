package org.demandwright.app.decide;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.demandwright.app.decide.VendorOutlook.Line;
import org.demandwright.app.decide.VendorOutlook.VendorAndPlace;
import org.demandwright.file.Workbook;

/**
 * Outlooks of vendors as a workbook: a sheet each, for an item at a site a row in units, one in the
 * vendor's units where it has such, one in money, and at the end the money of each week.
 */
public final class OutlookFile {
  private static final String HEAD = "Plan, not an order: week of ";

  private OutlookFile() {}

  /**
   * Writes the workbook.
   *
   * @param lines by vendor
   * @param weeks their Mondays
   */
  public static void write(List<Line> lines, List<LocalDate> weeks, OutputStream output)
      throws IOException {
    Map<String, List<Line>> vendors = new TreeMap<>();
    lines.forEach(
        line -> vendors.computeIfAbsent(line.of().vendor(), v -> new ArrayList<>()).add(line));
    try (Workbook book = new Workbook(output)) {
      if (vendors.isEmpty()) {
        book.sheet("Outlook", head(weeks));
      }
      for (Map.Entry<String, List<Line>> vendor : vendors.entrySet()) {
        book.sheet(vendor.getKey(), head(weeks));
        sheet(book, vendor.getValue(), weeks);
      }
    }
  }

  private static List<String> head(List<LocalDate> weeks) {
    List<String> head = new ArrayList<>(List.of("Company", "Item", "Site", "In", "Unit"));
    weeks.forEach(week -> head.add(HEAD + week));
    head.add("Plan, not an order: total");
    return head;
  }

  private static void sheet(Workbook book, List<Line> lines, List<LocalDate> weeks)
      throws IOException {
    Map<VendorAndPlace, List<Line>> places = new LinkedHashMap<>();
    lines.forEach(line -> places.computeIfAbsent(line.of(), p -> new ArrayList<>()).add(line));
    for (Map.Entry<VendorAndPlace, List<Line>> place : places.entrySet()) {
      List<Line> of = place.getValue();
      Line any = of.get(0);
      book.row(row(place.getKey(), "units", null, of, weeks, Line::quantity));
      if (any.unit().isPresent()) {
        BigDecimal factor = any.unit().get().factor();
        book.row(
            row(
                place.getKey(),
                "purchase units",
                any.unit().get().name(),
                of,
                weeks,
                line -> line.quantity().divide(factor, MathContext.DECIMAL64)));
      }
      if (any.cost().isPresent()) {
        book.row(
            row(
                place.getKey(),
                "money",
                any.currency().orElse(null),
                of,
                weeks,
                line -> line.cost().orElse(BigDecimal.ZERO)));
      }
    }
    Map<String, List<Line>> currencies = new TreeMap<>();
    lines.stream()
        .filter(line -> line.cost().isPresent())
        .forEach(
            line ->
                currencies
                    .computeIfAbsent(line.currency().orElse(""), c -> new ArrayList<>())
                    .add(line));
    for (Map.Entry<String, List<Line>> currency : currencies.entrySet()) {
      List<Object> cells = new ArrayList<>();
      Collections.addAll(cells, "All", null, null, "money", currency.getKey());
      addWeeks(cells, currency.getValue(), weeks, line -> line.cost().orElseThrow());
      book.row(cells);
    }
  }

  private static List<Object> row(
      VendorAndPlace place,
      String in,
      String unit,
      List<Line> lines,
      List<LocalDate> weeks,
      Function<Line, BigDecimal> figure) {
    List<Object> cells = new ArrayList<>();
    Collections.addAll(cells, place.org(), place.item(), place.site(), in, unit);
    addWeeks(cells, lines, weeks, figure);
    return cells;
  }

  private static void addWeeks(
      List<Object> cells,
      List<Line> lines,
      List<LocalDate> weeks,
      Function<Line, BigDecimal> figure) {
    Map<LocalDate, BigDecimal> sums = new TreeMap<>();
    lines.forEach(line -> sums.merge(line.week(), figure.apply(line), BigDecimal::add));
    weeks.forEach(week -> cells.add(sums.getOrDefault(week, BigDecimal.ZERO)));
    cells.add(sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  }
}
