package org.demandwright.rest.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import org.demandwright.app.Refused;
import org.demandwright.rest.wire.ReadBody;
import org.junit.jupiter.api.Test;

class SignalsRequestTest {
  private static final String ROW =
      "{\"signal\": \"views\", \"item\": \"A\", \"day\": \"2026-01-01\", \"value\": 1}";

  @Test
  void too_many_rows_are_too_large() {
    assertThat(of(SignalsRequest.MOST_ROWS).values()).hasSize(SignalsRequest.MOST_ROWS);
    Refused refused =
        catchThrowableOfType(Refused.class, () -> of(SignalsRequest.MOST_ROWS + 1).values());
    assertThat(refused.kind()).isEqualTo(Refused.Kind.TOO_LARGE);
    assertThat(refused).hasMessage("There are 5001 rows; send 1 to 5000 in one request.");
  }

  @Test
  void none_at_all_are_wrong() {
    Refused refused = catchThrowableOfType(Refused.class, () -> of(0).values());
    assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID);
  }

  @Test
  void a_value_that_is_none_is_refused_with_its_row() {
    for (String wrong : new String[] {"1e308", "\"NaN\"", "1e400", "\"\""}) {
      assertThatThrownBy(() -> body("[" + ROW.replace(": 1}", ": " + wrong + "}") + "]"))
          .hasMessageContaining("rows/0/value");
    }
    SignalsRequest nameless = body("[" + ROW + "," + ROW.replace("views", " ") + "]");
    Refused refused = catchThrowableOfType(Refused.class, nameless::values);
    assertThat(refused.field()).isEqualTo("rows/1");
  }

  private static SignalsRequest of(int count) {
    return body("[" + String.join(",", Collections.nCopies(count, ROW)) + "]");
  }

  private static SignalsRequest body(String rows) {
    return ReadBody.of(SignalsRequest.class, "{\"rows\": " + rows + "}");
  }
}
