package org.demandwright.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SalesLinePagesTest {
  private static final LocalDateTime NOON = LocalDateTime.of(2025, 6, 1, 12, 0);
  private static final int PAGE = 10;

  @Test
  void readsEveryLineOnceAndInOrderHoweverTheyLie() {
    Random random = new Random(7);
    for (int trial = 0; trial < 50; trial++) {
      List<ErpSalesLine> lines = new ArrayList<>();
      LocalDateTime stamp = NOON;
      for (long key = 1; key <= 300; key++) {
        stamp = random.nextInt(3) == 0 ? stamp : stamp.plusSeconds(random.nextInt(100_000));
        lines.add(line(key, stamp));
      }
      assertThat(readAll(lines, Watermark.START)).isEqualTo(lines);
    }
  }

  @Test
  void pagesAStampThatHoldsMoreLinesThanAPageByKey() {
    List<ErpSalesLine> lines = new ArrayList<>();
    for (long key = 1; key <= 500; key++) {
      lines.add(line(key, key <= 3 ? NOON.minusDays(1) : NOON));
    }
    assertThat(readAll(lines, Watermark.START)).isEqualTo(lines);
  }

  @Test
  void goesOnAfterAWatermarkInTheMiddleOfAStamp() {
    List<ErpSalesLine> lines = new ArrayList<>();
    for (long key = 1; key <= 100; key++) {
      lines.add(line(key, NOON.plusSeconds(key / 40)));
    }
    assertThat(readAll(lines, new Watermark(NOON, 17, "L17"))).isEqualTo(lines.subList(17, 100));
  }

  @Test
  void endsWhereNothingChanged() {
    assertThat(readAll(List.of(), Watermark.START)).isEmpty();
    assertThat(readAll(List.of(line(1, NOON)), new Watermark(NOON, 1, "L1"))).isEmpty();
  }

  @Test
  void tellsBeforehandHowManyLinesThereAre() {
    List<ErpSalesLine> lines = List.of(line(1, NOON), line(2, NOON), line(3, NOON.plusDays(1)));
    assertThat(expected(lines, Watermark.START)).isEqualTo(3);
    assertThat(expected(lines, Watermark.of(NOON))).as("those of the stamp are read").isEqualTo(1);
    assertThat(expected(List.of(), Watermark.START)).isZero();
  }

  private static long expected(List<ErpSalesLine> lines, Watermark from) {
    return new SalesLinePages(new LinesInMemory(lines), from, Optional.empty(), PAGE).expected();
  }

  private static List<ErpSalesLine> readAll(List<ErpSalesLine> lines, Watermark from) {
    LinesInMemory source = new LinesInMemory(lines);
    SalesLinePages pages = new SalesLinePages(source, from, Optional.empty(), PAGE);
    List<ErpSalesLine> read = new ArrayList<>();
    for (List<ErpSalesLine> page = pages.next(); !page.isEmpty(); page = pages.next()) {
      assertThat(page).hasSizeLessThanOrEqualTo(4 * PAGE);
      read.addAll(page);
    }
    return read;
  }

  private static ErpSalesLine line(long key, LocalDateTime changedAt) {
    return LinesInMemory.line("L" + key, key, changedAt);
  }
}
