package org.demandwright.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demandwright.core.demand.Bucket;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
  record Row(
      long id,
      String text,
      BigDecimal units,
      Double share,
      Optional<Integer> step,
      LocalDate day,
      Instant at,
      Bucket bucket,
      boolean flag,
      List<String> words,
      Map<String, Long> counts,
      Inner inner) {}

  record Inner(String code, BigDecimal amount) {}

  private static final Row FULL =
      new Row(
          7,
          "=a\"ü",
          new BigDecimal("1E+3"),
          0.5,
          Optional.of(2),
          LocalDate.of(2027, 7, 1),
          Instant.parse("2026-11-01T02:00:00Z"),
          Bucket.WEEK,
          true,
          List.of("x", "y"),
          Map.of("k", 1L),
          new Inner("c", new BigDecimal("12.500")));

  private static final Row EMPTY =
      new Row(
          0,
          null,
          null,
          Double.NaN,
          Optional.empty(),
          null,
          null,
          null,
          false,
          List.of(),
          null,
          null);

  @Test
  void every_kind_of_value_has_its_form() {
    assertThat(text(RecordJson.bytes(FULL)))
        .isEqualTo(
            "{\"id\":7,\"text\":\"=a\\\"ü\",\"units\":\"1000\",\"share\":0.5,\"step\":2,"
                + "\"day\":\"2027-07-01\",\"at\":\"2026-11-01T02:00:00Z\",\"bucket\":\"WEEK\","
                + "\"flag\":true,\"words\":[\"x\",\"y\"],\"counts\":{\"k\":1},"
                + "\"inner\":{\"code\":\"c\",\"amount\":\"12.5\"}}");
  }

  @Test
  void what_is_not_there_is_absent() {
    assertThat(text(RecordJson.bytes(EMPTY))).isEqualTo("{\"id\":0,\"flag\":false,\"words\":[]}");
  }

  @Test
  void a_line_of_csv_is_the_record_laid_flat() throws IOException {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    Set<String> fields = RecordMembers.of(Row.class).names();
    new CsvTable<>(CsvColumns.of(Row.class, fields)).write(csv, each -> each.accept(FULL));
    assertThat(text(csv.toByteArray()))
        .isEqualTo(
            "id,text,units,share,step,day,at,bucket,flag,words,innerCode,innerAmount\r\n"
                + "7,\"'=a\"\"ü\",1000,0.5,2,2027-07-01,2026-11-01T02:00:00Z,WEEK,true,x; y,c,12.5\r\n");
  }

  @Test
  void raw_text_is_left_as_it_is() throws IOException {
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    new CsvTable<>(CsvColumns.of(Row.class, Set.of("text", "step")), true)
        .write(
            csv,
            each -> {
              each.accept(FULL);
              each.accept(EMPTY);
            });
    assertThat(text(csv.toByteArray())).isEqualTo("text,step\r\n\"=a\"\"ü\",2\r\n,\r\n");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
