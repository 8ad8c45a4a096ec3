package org.demandwright.app.intake;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Locale;
import org.demandwright.erp.ErpSalesLine;

/** A row of the ERP as text, column by column, for whoever looks at the quarantine. */
final class RawRow {
  private static final int MOST_CHARACTERS = 120;

  private RawRow() {}

  /** Returns a JSON object of the columns that are set, under the names of the contract. */
  static String json(ErpSalesLine raw) {
    JsonObjectBuilder columns = Json.createObjectBuilder();
    for (RecordComponent component : ErpSalesLine.class.getRecordComponents()) {
      Object value = value(component, raw);
      if (value != null) {
        String text = value instanceof BigDecimal n ? n.toPlainString() : value.toString();
        columns.add(column(component), text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
      }
    }
    return columns.build().toString();
  }

  private static String column(RecordComponent component) {
    return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  private static Object value(RecordComponent component, ErpSalesLine raw) {
    try {
      return component.getAccessor().invoke(raw);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record's accessor failed", e);
    }
  }
}
