package org.demandwright.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.Bucket;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordBodyTest {
  @Schema(example = "{\"id\": 1}")
  record Order(
      long id,
      Optional<LocalDate> day,
      Optional<BigDecimal> units,
      Optional<Boolean> firm,
      Optional<Bucket> bucket,
      List<Line> lines,
      Map<String, String> notes) {
    Order {
      if (id == 0) {
        throw Refused.because("id", "0 is none.");
      }
    }
  }

  record Line(String item) {}

  @Test
  void reads_members_by_their_types() {
    Order order =
        read(
            "{\"id\": 7, \"day\": \"2027-07-01\", \"units\": 1.50, \"firm\": true, \"bucket\":"
                + " \"WEEK\", \"lines\": [{\"item\": \"A\"}], \"notes\": {\"a\": \"b\", \"c\":"
                + " null}}");
    assertThat(order)
        .isEqualTo(
            new Order(
                7,
                Optional.of(LocalDate.of(2027, 7, 1)),
                Optional.of(new BigDecimal("1.50")),
                Optional.of(true),
                Optional.of(Bucket.WEEK),
                List.of(new Line("A")),
                Map.of("a", "b")));
    assertThat(read("{\"id\": 7, \"units\": \"-3\", \"day\": null}").units())
        .contains(new BigDecimal("-3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[1]|#|not a JSON object",
        "{|#|not JSON",
        "{} x|#|not JSON",
        "{\"id\": 1, \"id\": 2}|#|not JSON",
        "''|#/id|id is missing",
        "{}|#/id|id is missing",
        "{\"id\": null}|#/id|id is missing",
        "{\"id\": \"7\"}|#/id|allowed: a whole number",
        "{\"id\": 18446744073709551617}|#/id|allowed: a whole number",
        "{\"id\": 1.5}|#/id|allowed: a whole number",
        "{\"id\": 1, \"Id\": 2}|#/Id|members are id, day",
        "{\"id\": 1, \"day\": \"1 July\"}|#/day|such as 2027-07-01",
        "{\"id\": 1, \"day\": \"+999999999-12-31\"}|#/day|such as 2027-07-01",
        "{\"id\": 1, \"day\": 20270701}|#/day|such as 2027-07-01",
        "{\"id\": 1, \"units\": 1e999999999}|#/units|a number such as",
        "{\"id\": 1, \"units\": \"1e99\"}|#/units|a number such as",
        "{\"id\": 1, \"firm\": \"yes\"}|#/firm|allowed: true, false",
        "{\"id\": 1, \"bucket\": \"week\"}|#/bucket|allowed: DAY, WEEK",
        "{\"id\": 1, \"lines\": {}}|#/lines|not a list",
        "{\"id\": 1, \"lines\": [{\"item\": 5}]}|#/lines/0/item|is not a text",
        "{\"id\": 1, \"notes\": {\"a\": []}}|#/notes/a|is not a text",
      })
  void says_what_is_wrong_and_where(String text, String pointer, String says) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(BadBody.class, bad -> assertThat(bad.pointer()).isEqualTo(pointer))
        .hasMessageContaining(says)
        .hasMessageEndingWith("send {\"id\": 1}.");
  }

  @Test
  void more_than_anybody_needs_is_not_read() {
    assertThat(StrictJson.parse("[".repeat(33) + "]".repeat(33))).isEmpty();
    assertThat(StrictJson.parse("[".repeat(32) + "]".repeat(32))).isPresent();
    assertThat(StrictJson.parse("[" + "1".repeat(101) + "]")).isEmpty();
    assertThat(StrictJson.parse("[\"" + "[1".repeat(101) + "\\\"[\"]")).isPresent();
    assertThat(StrictJson.parse("[".repeat(100_000))).isEmpty();
  }

  @Test
  void what_the_record_refuses_is_said_as_it_says_it() {
    assertThatThrownBy(() -> read("{\"id\": 0}")).isInstanceOf(Refused.class);
  }

  private static Order read(String text) {
    return RecordBody.read(Order.class, text);
  }
}
