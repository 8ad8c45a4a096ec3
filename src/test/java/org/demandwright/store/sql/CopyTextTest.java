package org.demandwright.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyTextTest {
  @Test
  void valuesAreDividedByTabsAndRowsByLines() {
    assertThat(text(new Object[] {"a", 7L, null}, new Object[] {"b", -1, true}))
        .isEqualTo("a\t7\t\\N\nb\t-1\tt\n");
  }

  @Test
  void whatDividesIsEscapedWithinAText() {
    assertThat(text(new Object[] {"a\tb\\N\nc\rd", "茶 ☕", ""}))
        .isEqualTo("a\\tb\\\\N\\nc\\rd\t茶 ☕\t\n");
  }

  @Test
  void bytesAreHexadecimal() {
    assertThat(text(new Object[] {7L, new byte[] {0, -1, 10}})).isEqualTo("7\t\\\\x00ff0a\n");
  }

  @Test
  void numbersHaveNoExponentAndDatesTheirEra() {
    assertThat(
            text(
                new Object[] {
                  new BigDecimal("1E+3"),
                  new BigDecimal("0.000001"),
                  LocalDate.of(2024, 2, 9),
                  LocalDate.of(12024, 2, 9),
                  LocalDate.of(-3, 2, 9)
                }))
        .isEqualTo("1000\t0.000001\t2024-02-09\t12024-02-09\t0004-02-09 BC\n");
  }

  @Test
  void wordsOfClosedListsAreTheirNames() {
    assertThat(text(new Object[] {DayOfWeek.MONDAY, null})).isEqualTo("MONDAY\t\\N\n");
  }

  @Test
  void doublesKeepTheirBits() {
    assertThat(text(new Object[] {0.1 + 0.2, 1e-300, 3.0}))
        .isEqualTo("0.30000000000000004\t1.0E-300\t3.0\n");
  }

  @Test
  void timeStampsAreInUtcToTheMicrosecond() {
    assertThat(
            text(
                new Object[] {
                  LocalDateTime.of(2024, 3, 31, 2, 30, 0, 123_456_000),
                  Instant.parse("2024-03-31T02:30:00Z")
                }))
        .isEqualTo("2024-03-31 02:30:00.123456\t2024-03-31 02:30\n");
  }

  private static String text(Object[]... rows) {
    return new String(CopyText.of(List.of(rows)), StandardCharsets.UTF_8);
  }
}
