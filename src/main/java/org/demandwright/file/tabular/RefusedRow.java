package org.demandwright.file.tabular;

import java.util.Optional;
import org.demandwright.core.intake.BaseUnits;
import org.demandwright.core.intake.BookedRow;
import org.demandwright.core.intake.LineRule;
import org.demandwright.core.intake.Objection;
import org.demandwright.file.FileColumn;
import org.demandwright.file.RowError;

/** Says of a row that can be read why the import will refuse it, and what to do in the file. */
final class RefusedRow {
  private final Fields fields;
  private final BaseUnits units;

  RefusedRow(Fields fields, BaseUnits units) {
    this.fields = fields;
    this.units = units;
  }

  Optional<RowError> of(BookedRow line, long lineNo) {
    return LineRule.broken(line, units)
        .map(
            rule ->
                new RowError(
                    lineNo,
                    rule.name(),
                    fields.heading(column(rule)),
                    value(rule, line),
                    Objection.fault(rule.objection(line, units).orElseThrow()),
                    advice(rule)));
  }

  private static FileColumn column(LineRule rule) {
    return switch (rule) {
      case WRONG_UNIT -> FileColumn.UOM;
      case NO_QUANTITY, ABSURD_QUANTITY, WRONG_SIGN -> FileColumn.QUANTITY;
      case NO_DATE, IMPLAUSIBLE_DATE -> FileColumn.DEMAND_DATE;
      case NO_ITEM, UNKNOWN_ITEM -> FileColumn.ITEM;
      case UNKNOWN_KIND -> FileColumn.KIND;
      case NO_IDENTITY -> FileColumn.DOCUMENT;
    };
  }

  private static String value(LineRule rule, BookedRow line) {
    return switch (column(rule)) {
      case UOM -> line.uomId();
      case QUANTITY -> line.quantity().toPlainString();
      case DEMAND_DATE -> line.bookedOn().toString();
      default -> "";
    };
  }

  private static String advice(LineRule rule) {
    return switch (rule) {
      case WRONG_UNIT ->
          "convert the quantity into the base unit, or let an administrator change the unit that the"
              + " item is counted in";
      case WRONG_SIGN ->
          "write a return as RETURN with a negative quantity, every other line with a positive one";
      case NO_QUANTITY, ABSURD_QUANTITY -> "correct the quantity";
      case NO_DATE, IMPLAUSIBLE_DATE -> "correct the date";
      case NO_IDENTITY, UNKNOWN_KIND, NO_ITEM, UNKNOWN_ITEM -> "correct the row";
    };
  }
}
