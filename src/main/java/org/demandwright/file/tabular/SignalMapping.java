package org.demandwright.file.tabular;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.demandwright.core.demand.SignalValue;
import org.demandwright.file.FileColumn;
import org.demandwright.file.tabular.BadRow.Reason;

/**
 * Turns rows into values of signals: one a row where a column names the signal, otherwise one for
 * each column of values, called by its heading. A row without an item concerns every item; one
 * without the day from which it was known was known on the next day.
 */
final class SignalMapping implements RowReader<List<SignalValue>> {
  private static final int CODE = 80;

  private final Fields fields;
  private final List<String> header;
  private final List<Integer> values;

  SignalMapping(Reading reading) {
    fields = new Fields(reading);
    header = reading.header();
    values = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      if (reading.profile().headings().get(header.get(i)) == FileColumn.SIGNAL_VALUE) {
        values.add(i);
      }
    }
  }

  @Override
  public List<SignalValue> map(TableRow row) throws BadRow {
    RowReader.requireWhole(row);
    fields.take(row.cells());
    LocalDateTime day = fields.time(FileColumn.SIGNAL_DAY);
    if (day == null) {
      throw fields.bad(Reason.BAD_DATE, FileColumn.SIGNAL_DAY, " is empty");
    }
    List<SignalValue> read = new ArrayList<>(values.size());
    for (int place : values) {
      BigDecimal number = fields.number(FileColumn.SIGNAL_VALUE, place);
      if (number != null) {
        read.add(value(place, day.toLocalDate(), number.doubleValue()));
      }
    }
    if (read.isEmpty()) {
      throw fields.bad(Reason.BAD_NUMBER, FileColumn.SIGNAL_VALUE, " is empty");
    }
    return read;
  }

  private SignalValue value(int place, LocalDate day, double value) throws BadRow {
    String signal =
        fields.has(FileColumn.SIGNAL) ? fields.text(FileColumn.SIGNAL) : header.get(place);
    LocalDateTime known = fields.time(FileColumn.KNOWN_FROM);
    try {
      return new SignalValue(
          signal == null ? "" : signal,
          fields.codeOr(FileColumn.ITEM, CODE, SignalValue.EVERY_ITEM),
          fields.codeOr(FileColumn.SITE, CODE, ""),
          day,
          value,
          known == null ? day.plusDays(1) : known.toLocalDate());
    } catch (IllegalArgumentException e) {
      throw new BadRow(Reason.BAD_VALUE, "", "", e.getMessage());
    }
  }
}
