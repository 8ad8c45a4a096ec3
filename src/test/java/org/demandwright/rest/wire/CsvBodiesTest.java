package org.demandwright.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvBodiesTest {
  record Row(String from, LocalDate day, BigDecimal rate, Optional<String> note) {}

  record Rows(List<Row> rows) {}

  private static List<Row> read(String csv) {
    return RecordBody.read(Rows.class, CsvBodies.json(Rows.class, csv)).rows();
  }

  @Test
  void aLineIsARecordAndAnEmptyCellAMemberLeftOut() {
    assertThat(
            read(
                "\uFEFFday,from,rate,note\r\n2026-03-02,USD,0.92,\r\n2026-03-03,CHF,1,\"a, b\"\r\n"))
        .containsExactly(
            new Row("USD", LocalDate.of(2026, 3, 2), new BigDecimal("0.92"), Optional.empty()),
            new Row("CHF", LocalDate.of(2026, 3, 3), new BigDecimal("1"), Optional.of("a, b")));
  }

  record Counted(int count, Optional<Long> id, String code) {}

  record Counts(List<Counted> rows) {}

  @Test
  void aCellOfDigitsIsANumberWhereTheMemberIsOne() {
    String csv = "count,id,code\n3,,007\n4,9,8\n";
    assertThat(RecordBody.read(Counts.class, CsvBodies.json(Counts.class, csv)).rows())
        .containsExactly(
            new Counted(3, Optional.empty(), "007"), new Counted(4, Optional.of(9L), "8"));
    assertThatThrownBy(
            () -> RecordBody.read(Counts.class, CsvBodies.json(Counts.class, "count,code\nx,8\n")))
        .hasMessageContaining("rows/0/count cannot be \"x\"");
  }

  @Test
  void nothingIsNoRow() {
    assertThat(read("")).isEmpty();
    assertThat(read("from,day,rate\n")).isEmpty();
  }

  @Test
  void whatIsWrongNamesTheRowAndTheMember() {
    assertThatThrownBy(() -> read("from,day,rate\nUSD,2026-03-02,1\nUSD,soon,1\n"))
        .isInstanceOf(BadBody.class)
        .hasMessageContaining("rows/1/day");
    assertThatThrownBy(() -> read("from,day\nUSD,2026-03-02\n"))
        .hasMessageContaining("rows/0/rate is missing");
    assertThatThrownBy(() -> read("from,day,rate,colour\nUSD,2026-03-02,1,red\n"))
        .hasMessageContaining("no member \"colour\"");
    assertThatThrownBy(() -> read("from,from\nUSD,EUR\n")).isInstanceOf(BadBody.class);
    assertThatThrownBy(() -> read("from,day,rate\nUSD\n")).isInstanceOf(BadBody.class);
  }
}
