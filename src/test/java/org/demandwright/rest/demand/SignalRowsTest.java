package org.demandwright.rest.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import org.demandwright.app.Refused;
import org.junit.jupiter.api.Test;

class SignalRowsTest {
  private static final String ROW =
      "{\"signal\": \"views\", \"item\": \"A\", \"day\": \"2026-01-01\", \"value\": 1}";

  @Test
  void too_many_rows_are_too_large() {
    assertThat(SignalRows.parse(rows(SignalRows.MOST_ROWS))).hasSize(SignalRows.MOST_ROWS);
    Refused refused =
        catchThrowableOfType(Refused.class, () -> SignalRows.parse(rows(SignalRows.MOST_ROWS + 1)));
    assertThat(refused.kind()).isEqualTo(Refused.Kind.TOO_LARGE);
    assertThat(refused).hasMessage("There are 5001 rows; send 1 to 5000 in one request.");
  }

  @Test
  void none_at_all_are_wrong() {
    Refused refused = catchThrowableOfType(Refused.class, () -> SignalRows.parse(rows(0)));
    assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID);
  }

  private static String rows(int count) {
    return "{\"rows\": [" + String.join(",", Collections.nCopies(count, ROW)) + "]}";
  }
}
