package org.demandwright.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Every row is read exactly once and in order, however stamps, keys and identities are mixed. */
class SalesLinePagesProperties {
  private static final LocalDateTime START = LocalDateTime.of(2025, 6, 1, 12, 0);

  /** Few stamps and fewer keys, so that ties are everywhere; the identity tells rows apart. */
  @Provide
  Arbitrary<List<ErpSalesLine>> lines() {
    Arbitrary<LocalDateTime> stamps =
        Arbitraries.of(0L, 1L, 2L, 3_600_000_000L, 86_400_000_000L, 900_000_000_000_000L)
            .map(micros -> START.plusNanos(micros * 1_000));
    Arbitrary<Long> keys = Arbitraries.of(0L, 0L, 0L, 1L, 2L, 3L);
    return Combinators.combine(stamps, keys)
        .as((stamp, key) -> LinesInMemory.line("", key, stamp))
        .list()
        .ofMaxSize(120)
        .map(SalesLinePagesProperties::named);
  }

  private static List<ErpSalesLine> named(List<ErpSalesLine> lines) {
    List<ErpSalesLine> named = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      ErpSalesLine line = lines.get(i);
      named.add(LinesInMemory.line("%04d".formatted(i), line.sourceKey(), line.changedAt()));
    }
    named.sort(Comparator.comparing(ErpSalesLine::watermark));
    return named;
  }

  @Property(tries = 400)
  void everyRowIsReadOnceAndInOrder(
      @ForAll("lines") List<ErpSalesLine> lines, @ForAll @IntRange(min = 1, max = 20) int page) {
    assertThat(read(lines, Watermark.START, page)).isEqualTo(lines);
  }

  @Property(tries = 400)
  void readingGoesOnAfterAnyRow(
      @ForAll("lines") List<ErpSalesLine> lines,
      @ForAll @IntRange(min = 1, max = 20) int page,
      @ForAll @IntRange(min = 0, max = 119) int row) {
    if (row < lines.size()) {
      assertThat(read(lines, lines.get(row).watermark(), page))
          .isEqualTo(lines.subList(row + 1, lines.size()));
    }
  }

  private static List<ErpSalesLine> read(List<ErpSalesLine> lines, Watermark from, int pageSize) {
    SalesLinePages pages =
        new SalesLinePages(new LinesInMemory(lines), from, Optional.empty(), pageSize);
    List<ErpSalesLine> read = new ArrayList<>();
    for (List<ErpSalesLine> page = pages.next(); !page.isEmpty(); page = pages.next()) {
      assertThat(page).hasSizeLessThanOrEqualTo(4 * pageSize);
      read.addAll(page);
    }
    return read;
  }
}
