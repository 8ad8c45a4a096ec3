package org.demandwright.rest.demand;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.core.demand.SignalValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code POST /signals}.
 *
 * @param rows 1 to 5,000 values
 */
@Schema(
    example =
        "{\"rows\": [{\"signal\": \"pageViews\", \"item\": \"A1\", \"day\": \"2026-11-01\","
            + " \"value\": 120}]}")
public record SignalsRequest(List<Row> rows) {
  static final int MOST_ROWS = 5_000;

  /**
   * One value.
   *
   * @param item by default every item
   * @param site by default every site
   * @param knownFrom the first day on which a forecast may have known it, by default the day after
   */
  public record Row(
      String signal,
      Optional<String> item,
      Optional<String> site,
      LocalDate day,
      BigDecimal value,
      Optional<LocalDate> knownFrom) {

    private SignalValue value(int number) {
      try {
        return new SignalValue(
            signal,
            item.orElse(SignalValue.EVERY_ITEM),
            site.orElse(""),
            day,
            value.doubleValue(),
            knownFrom.orElse(day.plusDays(1)));
      } catch (IllegalArgumentException wrong) {
        throw Refused.because(
            "rows/" + number, "Row " + (number + 1) + ": " + wrong.getMessage() + ".");
      }
    }
  }

  public SignalsRequest {
    rows = List.copyOf(rows);
  }

  List<SignalValue> values() {
    if (rows.isEmpty()) {
      throw Refused.because("rows", "There are no rows; send 1 to " + MOST_ROWS + " of them.");
    }
    if (rows.size() > MOST_ROWS) {
      throw new Refused(
          Refused.Kind.TOO_LARGE,
          "There are %d rows; send 1 to %d in one request.".formatted(rows.size(), MOST_ROWS));
    }
    List<SignalValue> values = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      values.add(rows.get(i).value(i));
    }
    return values;
  }
}
