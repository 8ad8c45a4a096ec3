package org.demandwright.erp.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demandwright.erp.Dialect;
import org.demandwright.erp.adapter.CanonicalViews.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code contract.csv} says what {@code CONTRACT.md} says, and neither can drift. */
class CanonicalViewsTest {
  private static final String TYPE =
      "(?:var)?char\\(\\d+\\)|numeric|bigint|integer|boolean|date|ts";
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z_]+)` \\| (" + TYPE + ") \\| ([^|]+) \\|.*");
  private static final Pattern VIEW = Pattern.compile("(?m)^`(dw_[a-z_]+)`:((?:.|\\n(?!\\n))*)");
  private static final Pattern COLUMN =
      Pattern.compile("`([a-z_]+)`(,)?(?:\\s+(" + TYPE + ")\\b)?");

  @Test
  void the_sales_line_is_the_table_of_the_contract() throws IOException {
    List<String> told =
        contract()
            .lines()
            .map(ROW::matcher)
            .filter(Matcher::matches)
            .map(m -> m.group(1) + " " + m.group(2) + (m.group(3).equals("no") ? " not null" : ""))
            .toList();
    assertThat(told).hasSizeGreaterThan(20);
    assertThat(
            CanonicalViews.columns("dw_sales_line").stream()
                .map(c -> c.name() + " " + c.type().text() + (c.nullable() ? "" : " not null")))
        .containsExactlyElementsOf(told);
  }

  @Test
  void every_other_view_has_the_columns_and_types_of_its_paragraph() throws IOException {
    Matcher view = VIEW.matcher(contract());
    List<String> told = new ArrayList<>(List.of("dw_sales_line"));
    while (view.find()) {
      told.add(view.group(1));
      Map<String, String> columns = columns(view.group(2));
      List<Column> known = CanonicalViews.columns(view.group(1));
      assertThat(known).as(view.group(1)).isNotNull();
      assertThat(known)
          .as(view.group(1))
          .extracting(Column::name)
          .containsExactlyElementsOf(columns.keySet());
      for (Column column : known) {
        String type = columns.get(column.name());
        if (!type.isEmpty()) {
          assertThat(column.type().text())
              .as("%s.%s", view.group(1), column.name())
              .isEqualTo(type);
        }
      }
    }
    assertThat(CanonicalViews.names()).containsExactlyInAnyOrderElementsOf(told);
  }

  /** Types by column; several columns before one type share it, identities go without saying. */
  private static Map<String, String> columns(String paragraph) {
    Map<String, String> types = new LinkedHashMap<>();
    for (String part : paragraph.split("·", -1)) {
      List<String> waiting = new ArrayList<>();
      Matcher column = COLUMN.matcher(part);
      while (column.find()) {
        String name = column.group(1);
        types.putIfAbsent(name, "");
        waiting.add(name);
        if (column.group(3) != null) {
          waiting.forEach(w -> types.merge(w, column.group(3), (a, b) -> a.isEmpty() ? b : a));
          waiting.clear();
        } else if (column.group(2) == null) {
          waiting.clear();
        }
      }
    }
    return types;
  }

  @Test
  void the_guide_lists_the_same_columns() throws IOException {
    String guide =
        Files.readString(Path.of("src/site/markdown/erp-views.md")).replaceAll("\\s+", " ");
    for (String view : CanonicalViews.names()) {
      String columns =
          CanonicalViews.columns(view).stream()
              .map(c -> c.name() + " " + c.type().text() + (c.nullable() ? "" : " not null"))
              .collect(Collectors.joining(", "));
      if (!view.equals("dw_sales_line")) {
        assertThat(guide).contains(view + ": " + columns);
      }
    }
  }

  @Test
  void every_reason_of_the_contract_has_its_sentence() throws IOException {
    String paragraph = contract().replaceAll("(?s).*\\nReasons in use:(.*?)\\n\\n.*", "$1");
    Matcher reason = Pattern.compile("`([A-Z_]+)`").matcher(paragraph);
    int reasons = 0;
    while (reason.find()) {
      reasons++;
      assertThat(PackedScripts.why(reason.group(1))).doesNotContain("adapter's own");
    }
    assertThat(reasons).isGreaterThan(10);
  }

  @ParameterizedTest
  @CsvSource({
    "varchar(80), 12, varchar, true",
    "varchar(80), 12, text, true",
    "varchar(80), 4, int4, false",
    "char(3), 1, bpchar, true",
    "numeric, 2, numeric, true",
    "numeric, 8, float8, false",
    "bigint, 4, int4, true",
    "bigint, 2, numeric, false",
    "boolean, -7, bool, true",
    "boolean, 12, varchar, false",
    "date, 91, date, true",
    "date, 93, timestamp, false",
    "ts, 93, timestamp, true",
    "ts, 93, timestamptz, false"
  })
  void only_what_loses_nothing_is_read_as_a_type(
      String type, int jdbc, String name, boolean accepted) {
    assertThat(ColumnType.parse(type).accepts(Dialect.POSTGRESQL, jdbc, name)).isEqualTo(accepted);
  }

  @Test
  void a_text_has_room_for_so_many_characters() {
    assertThat(ColumnType.parse("varchar(80)").hasRoomFor(80)).isTrue();
    assertThat(ColumnType.parse("varchar(80)").hasRoomFor(81)).isFalse();
    assertThat(ColumnType.parse("numeric").hasRoomFor(81)).isTrue();
  }

  @Test
  void mariadb_has_no_boolean() {
    ColumnType flag = ColumnType.parse("boolean");
    assertThat(flag.accepts(Dialect.MARIADB, Types.INTEGER, "int")).isTrue();
    assertThat(flag.accepts(Dialect.H2, Types.INTEGER, "int")).isFalse();
  }

  private static String contract() throws IOException {
    return Files.readString(Path.of("sql/erp/CONTRACT.md"));
  }
}
