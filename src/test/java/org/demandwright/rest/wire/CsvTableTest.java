package org.demandwright.rest.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Page;
import org.demandwright.rest.wire.CsvTable.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTest {
  private static final CsvTable<Object> ONE_COLUMN =
      new CsvTable<>(List.of(new Column<>("cell", value -> value)));

  @Test
  void quotes_what_needs_quotes_and_ends_lines_with_crlf() throws IOException {
    assertThat(written("plain", "a,b", "say \"so\"", "two\nlines", "Café 茶"))
        .isEqualTo(
            "cell\r\nplain\r\n\"a,b\"\r\n\"say \"\"so\"\"\"\r\n\"two\nlines\"\r\nCafé 茶\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+49", "-cmd", "@SUM(A1)", "\tx"})
  void text_never_becomes_a_formula(String text) throws IOException {
    assertThat(written(text)).isEqualTo("cell\r\n'" + text + "\r\n");
  }

  @Test
  void a_carriage_return_in_front_is_no_formula_either() throws IOException {
    assertThat(written("\r=1")).isEqualTo("cell\r\n\"'\r=1\"\r\n");
  }

  @Test
  void numbers_stay_numbers() throws IOException {
    assertThat(written(new BigDecimal("-12.500000"), new BigDecimal("1E+3"), -7L))
        .isEqualTo("cell\r\n-12.5\r\n1000\r\n-7\r\n");
  }

  @Test
  void what_is_missing_is_an_empty_cell() throws IOException {
    CsvTable<Optional<String>> table =
        new CsvTable<>(List.of(new Column<>("a", value -> value), new Column<>("b", v -> null)));
    assertThat(text(table, page(List.of(Optional.of("=x"), Optional.empty()))))
        .isEqualTo("a,b\r\n'=x,\r\n,\r\n");
  }

  @Test
  void heading_and_lines_put_together_are_the_table() throws IOException {
    List<Object> cells = List.of("plain", "a,b", "=1");
    assertThat(ONE_COLUMN.heading() + ONE_COLUMN.lines(cells)).isEqualTo(written(cells.toArray()));
    assertThat(ONE_COLUMN.lines(List.of())).isEmpty();
  }

  @Test
  void follows_the_cursors_to_the_last_page() throws IOException {
    List<String> asked = new ArrayList<>();
    Map<String, Page<Object>> pages =
        Map.of(
            "", new Page<>(List.of("1"), Optional.of("two")),
            "two", new Page<>(List.of("2"), Optional.of("three")),
            "three", new Page<>(List.of("3"), Optional.empty()));
    StreamingOutput stream =
        ONE_COLUMN.stream(
            cursor -> {
              asked.add(cursor.orElse(""));
              return pages.get(cursor.orElse(""));
            });
    assertThat(asked).as("before anything is answered").containsExactly("");
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    stream.write(output);
    assertThat(asked).containsExactly("", "two", "three");
    assertThat(output.toString(UTF_8)).isEqualTo("cell\r\n1\r\n2\r\n3\r\n");
  }

  private static String written(Object... values) throws IOException {
    return text(ONE_COLUMN, page(List.of(values)));
  }

  private static <T> Page<T> page(List<T> rows) {
    return new Page<>(rows, Optional.empty());
  }

  private static <T> String text(CsvTable<T> table, Page<T> page) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    table.stream(cursor -> page).write(output);
    return output.toString(UTF_8);
  }
}
