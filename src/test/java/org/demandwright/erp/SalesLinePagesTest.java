package org.demandwright.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
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
    assertThat(readAll(lines, new Watermark(NOON, 17))).isEqualTo(lines.subList(17, 100));
  }

  @Test
  void endsWhereNothingChanged() {
    assertThat(readAll(List.of(), Watermark.START)).isEmpty();
    assertThat(readAll(List.of(line(1, NOON)), new Watermark(NOON, 1))).isEmpty();
  }

  private static List<ErpSalesLine> readAll(List<ErpSalesLine> lines, Watermark from) {
    Lines source = new Lines(lines);
    LocalDateTime end = source.lastChange().orElse(from.changedAt());
    SalesLinePages pages = new SalesLinePages(source, from, end, lines.size(), PAGE);
    List<ErpSalesLine> read = new ArrayList<>();
    for (List<ErpSalesLine> page = pages.next(); !page.isEmpty(); page = pages.next()) {
      assertThat(page).hasSizeLessThanOrEqualTo(4 * PAGE);
      read.addAll(page);
    }
    return read;
  }

  private static ErpSalesLine line(long key, LocalDateTime changedAt) {
    return new ErpSalesLine(
        "L" + key, "SOL", key, null, null, null, null, null, null, "screw", null, null, null, null,
        null, null, changedAt);
  }

  /** Lines in memory, answering as a database would. */
  private record Lines(List<ErpSalesLine> all) implements ErpSource {
    private List<ErpSalesLine> where(Predicate<ErpSalesLine> rule, int limit) {
      return all.stream()
          .filter(rule)
          .sorted(Comparator.comparing(ErpSalesLine::watermark))
          .limit(limit)
          .toList();
    }

    @Override
    public List<ErpSalesLine> lines(LocalDateTime after, LocalDateTime upTo, int limit) {
      return where(l -> l.changedAt().isAfter(after) && !l.changedAt().isAfter(upTo), limit);
    }

    @Override
    public List<ErpSalesLine> linesAt(LocalDateTime stamp, long afterKey, int limit) {
      return where(l -> l.changedAt().equals(stamp) && l.sourceKey() > afterKey, limit);
    }

    @Override
    public long countLines(LocalDateTime after, LocalDateTime upTo) {
      return lines(after, upTo, Integer.MAX_VALUE).size();
    }

    @Override
    public Optional<LocalDateTime> lastChange() {
      return all.stream().map(ErpSalesLine::changedAt).max(Comparator.naturalOrder());
    }

    @Override
    public Optional<LocalDateTime> firstChange(LocalDateTime changedAfter) {
      return all.stream()
          .map(ErpSalesLine::changedAt)
          .filter(t -> t.isAfter(changedAfter))
          .min(Comparator.naturalOrder());
    }

    @Override
    public List<String> problems() {
      return List.of();
    }

    @Override
    public List<ErpItem> items(String afterId, int limit) {
      return List.of();
    }

    @Override
    public List<ErpSite> sites() {
      return List.of();
    }

    @Override
    public List<ErpPrice> prices(String afterId, int limit) {
      return List.of();
    }

    @Override
    public List<ErpPromotion> promotions(String afterId, int limit) {
      return List.of();
    }

    @Override
    public long lastStockMovement() {
      return 0;
    }

    @Override
    public List<ErpStockMovement> stockMovements(long after, long upTo) {
      return List.of();
    }
  }
}
