package org.demandwright.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.demandwright.core.demand.LineSums;
import org.demandwright.erp.ErpSource;
import org.demandwright.erp.Extent;
import org.demandwright.erp.UnreachableErp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ERP's side is asked for in two parts, which together are all of it. */
class SourceSumsTest {
  private static final LocalDateTime MONDAY = LocalDateTime.of(2025, 5, 5, 0, 0);
  private static final LocalDateTime END = MONDAY.plusDays(4).plusHours(9);

  private final ExecutorService threads = Executors.newSingleThreadExecutor();
  private final List<String> asked = new ArrayList<>();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void halfOfTheLinesIsAskedForBesideTheOther() {
    SortedMap<LocalDateTime, LineSums> days = days(100, 10, 10, 40, 40);
    assertThat(new SourceSums(erp(days), threads).daily(END, days)).isEqualTo(days);
    assertThat(asked)
        .containsExactlyInAnyOrder(
            "null 2025-05-05T23:59:59.999999 false", "2025-05-06T00:00 2025-05-09T09:00 true");
  }

  @Test
  void whatTheErpHasWhereNoneWereKnownIsThereToo() {
    SortedMap<LocalDateTime, LineSums> days = days(3, 4, 5, 6, 7);
    SortedMap<LocalDateTime, LineSums> known = new TreeMap<>(days.subMap(MONDAY.plusDays(2), END));
    assertThat(new SourceSums(erp(days), threads).daily(END, known)).isEqualTo(days);
    assertThat(new SourceSums(erp(days), threads).daily(END, new TreeMap<>())).isEqualTo(days);
  }

  @Test
  void linesAreCountedInTwoPartsThatMeet() {
    List<String> windows = new ArrayList<>();
    ErpSource erp =
        answering(
            (method, args) -> {
              synchronized (windows) {
                windows.add(args[0] + " " + ((Optional<?>) args[1]).orElseThrow());
              }
              return new Extent(7, Optional.empty(), Optional.empty());
            });
    assertThat(new SourceSums(erp, threads).count(END, days(5, 5, 5))).isEqualTo(14);
    assertThat(windows)
        .containsExactlyInAnyOrder(
            "0001-01-01T00:00 2025-05-07T00:00", "2025-05-07T00:00 2025-05-09T09:00");
  }

  @Test
  void aHalfThatFailsFailsTheWhole() {
    SortedMap<LocalDateTime, LineSums> days = days(1, 1);
    ErpSource broken =
        source(
            (from, upTo) -> {
              if (from == null) {
                throw new UnreachableErp("dw_sales_line is locked", null);
              }
              return days;
            });
    assertThatThrownBy(() -> new SourceSums(broken, threads).daily(END, days))
        .isInstanceOf(UnreachableErp.class)
        .hasMessage("dw_sales_line is locked");
  }

  private interface Daily {
    SortedMap<LocalDateTime, LineSums> of(LocalDateTime from, LocalDateTime upTo);
  }

  private ErpSource erp(SortedMap<LocalDateTime, LineSums> days) {
    Thread own = Thread.currentThread();
    return source(
        (from, upTo) -> {
          synchronized (asked) {
            asked.add(from + " " + upTo + " " + (Thread.currentThread() == own));
          }
          SortedMap<LocalDateTime, LineSums> part = new TreeMap<>(days);
          part.keySet().removeIf(day -> from != null && day.isBefore(from) || day.isAfter(upTo));
          return part;
        });
  }

  /** A source that can be asked for nothing else. */
  private static ErpSource source(Daily daily) {
    return answering(
        (method, args) -> {
          assertThat(method).isEqualTo("dailySums");
          return daily.of((LocalDateTime) args[0], (LocalDateTime) args[1]);
        });
  }

  private interface Answer {
    Object to(String method, Object[] args);
  }

  private static ErpSource answering(Answer answer) {
    return (ErpSource)
        Proxy.newProxyInstance(
            ErpSource.class.getClassLoader(),
            new Class<?>[] {ErpSource.class},
            (proxy, method, args) -> answer.to(method.getName(), args));
  }

  private static SortedMap<LocalDateTime, LineSums> days(long... lines) {
    SortedMap<LocalDateTime, LineSums> days = new TreeMap<>();
    for (int i = 0; i < lines.length; i++) {
      LocalDateTime day = MONDAY.plusDays(i);
      BigDecimal sum = BigDecimal.valueOf(lines[i]);
      days.put(day, new LineSums(day, lines[i], lines[i], sum, sum, sum));
    }
    return days;
  }
}
