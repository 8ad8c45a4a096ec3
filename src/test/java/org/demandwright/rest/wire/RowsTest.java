package org.demandwright.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
  private static final int MOST = 5;

  public record Thing(String name, Optional<Integer> count) {}

  private static List<Rows.Row<Thing>> read(String body, boolean lines) throws IOException {
    return new Rows<>(
            Thing.class, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), lines)
        .read(MOST);
  }

  private static Rows.Row<Thing> row(int number, String name, Integer count) {
    return new Rows.Row<>(number, new Thing(name, Optional.ofNullable(count)), "", null);
  }

  @Test
  void aListAndARecordALineSayTheSame() throws IOException {
    List<Rows.Row<Thing>> both = List.of(row(1, "a]},\"\\ä", 1), row(2, "b", null));
    String first = "{\"name\": \"a]},\\\"\\\\ä\", \"count\": 1}";
    assertThat(read(" [ " + first + " , {\"name\":\"b\"} ] ", false)).isEqualTo(both);
    assertThat(read(first + "\n\n{\"name\":\"b\"}\r\n", true)).isEqualTo(both);
  }

  @Test
  void aWrongRecordTouchesNoOther() throws IOException {
    List<Rows.Row<Thing>> rows =
        read("[{\"name\":\"a\"},{\"name\":1},7,{\"name\":\"b\",\"x\":{}},{\"name\":\"c\"}]", false);
    assertThat(rows).extracting(Rows.Row::field).containsExactly("", "name", "", "x", "");
    assertThat(rows)
        .extracting(row -> row.value() == null ? "" : row.value().name())
        .containsExactly("a", "", "", "", "c");
    assertThat(rows.get(1).wrong()).isEqualTo("Member name is not a text.");
    assertThat(read("{\"name\":\"a\"}\n{\"name\":\n{\"name\":\"b\"}", true))
        .extracting(row -> row.value() == null)
        .containsExactly(false, true, false);
  }

  @Test
  void nothingIsNoRecord() throws IOException {
    assertThat(read("[]", false)).isEmpty();
    assertThat(read("", true)).isEmpty();
    assertThat(read("[{\"name\":\"a\"},]", false)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{\"name\":\"a\"}", "[{\"name\":\"a\"}", "[", "[1,2", "[] []", "[\"a"})
  void whatIsNoListIsRefusedAsAWhole(String body) {
    assertThatThrownBy(() -> read(body, false)).isInstanceOf(BadBody.class);
  }

  @Test
  void aBodyIsBounded() {
    String many = "{\"name\":\"a\"}\n".repeat(MOST + 1);
    assertThatThrownBy(() -> read(many, true))
        .isInstanceOf(Refused.class)
        .hasMessage("The body has more than 5 records; send it in parts.");
    String huge = "[{\"name\":\"" + "a".repeat(Rows.MOST_CHARACTERS) + "\"}]";
    assertThatThrownBy(() -> read(huge, false))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("more than 16,384 characters");
  }

  @Test
  void otherCharsetsAreRefused() {
    byte[] latin = "[{\"name\":\"ä\"}]".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(
            () -> new Rows<>(Thing.class, new ByteArrayInputStream(latin), false).read(MOST))
        .isInstanceOf(BadBody.class)
        .hasMessage("The body is not UTF-8.");
  }
}
