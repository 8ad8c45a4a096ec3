package org.demandwright.rest.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes records as the API does, for tests of other packages. */
public final class WireText {
  private WireText() {}

  public static String json(Record record) {
    return new String(RecordJson.bytes(record), StandardCharsets.UTF_8);
  }

  public static <R extends Record> String csv(Class<R> type, List<R> rows) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    new CsvTable<>(CsvColumns.of(type, RecordMembers.of(type).names()))
        .write(text, each -> rows.forEach(each));
    return text.toString(StandardCharsets.UTF_8);
  }
}
