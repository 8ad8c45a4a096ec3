package org.demandwright.file.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a record is: where it ends, and what a quote means in it. */
class CsvRecordsTest {
  @TempDir Path folder;

  /** Each record as its first line, its number of lines, and its fields or BROKEN. */
  private List<String> records(int width, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("records.csv"), text);
    List<String> found = new ArrayList<>();
    try (CsvRecords records =
        new CsvRecords(new PhysicalLines(file, StandardCharsets.UTF_8), ',', width)) {
      for (CsvRecord r = records.next(); r != null; r = records.next()) {
        String fields = r.isBroken() ? "BROKEN" : String.join("|", r.fields());
        found.add(r.lineNo() + "+" + r.lines() + " " + fields.replace("\n", "/"));
      }
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "A,Screw 3\" long,5 ~ A|Screw 3\" long|5",
        "A,3\",5 ~ A|3\"|5",
        "A,\"Screw 3\"\" long\",5 ~ A|Screw 3\" long|5",
        "A,\"Screw 3\" long\",5 ~ A|Screw 3\" long|5",
        "A, \"b, c\" ,5 ~ A|b, c|5",
        "A,\"\",5 ~ A||5",
        "A,\"\"\"\",5 ~ A|\"|5",
        "A,b \"c\" d,5 ~ A|b \"c\" d|5",
        "\"A\",\"b\",\"5\" ~ A|b|5"
      })
  void aQuoteCountsOnlyWhereAFieldBeginsAndEnds(String line, String fields) throws Exception {
    assertThat(records(3, line + "\nB,c,6\n")).containsExactly("1+1 " + fields, "2+1 B|c|6");
  }

  @Test
  void inchMarksOnTwoLinesSwallowNothingBetweenThem() throws Exception {
    assertThat(records(3, "A,3\" pipe,1\nB,nut,2\nC,pipe 5\",3\nD,nut,4\n"))
        .containsExactly("1+1 A|3\" pipe|1", "2+1 B|nut|2", "3+1 C|pipe 5\"|3", "4+1 D|nut|4");
  }

  @Test
  void aFieldInQuotesMaySpanLinesInAnyColumn() throws Exception {
    assertThat(records(3, "A,\"one\ntwo\n\nfour\",1\nB,c,2\n"))
        .containsExactly("1+4 A|one/two//four|1", "5+1 B|c|2");
    assertThat(records(3, "\"one\ntwo\",b,1\nB,c,2\n"))
        .containsExactly("1+2 one/two|b|1", "3+1 B|c|2");
    assertThat(records(3, "A,b,\"one\r\ntwo\"\r\nB,c,2\r\n"))
        .containsExactly("1+2 A|b|one/two", "3+1 B|c|2");
  }

  @Test
  void aQuoteThatIsNeverClosedBreaksItsLineAlone() throws Exception {
    assertThat(records(3, "A,\"b,1\nB,c,2\nC,d,3\n"))
        .containsExactly("1+1 BROKEN", "2+1 B|c|2", "3+1 C|d|3");
    assertThat(records(3, "A,\"b,1\nB,\"c\",2\nC,d\",3\n"))
        .as("a later quote does not close it over a whole record")
        .containsExactly("1+1 BROKEN", "2+1 B|c|2", "3+1 C|d\"|3");
    assertThat(records(3, "A,\"b, blue,1\nB,\"c\",2\nC,d,3\n"))
        .containsExactly("1+1 BROKEN", "2+1 B|c|2", "3+1 C|d|3");
    assertThat(records(3, "A,b,1\nB,\"c,2")).containsExactly("1+1 A|b|1", "2+1 BROKEN");
  }

  @Test
  void everyWayToEndALineEndsOne() throws Exception {
    assertThat(records(3, "\uFEFFA,b,1\r\nB,c,2\rC,d,3\n\nD,e,4"))
        .containsExactly("1+1 A|b|1", "2+1 B|c|2", "3+1 C|d|3", "4+1 ", "5+1 D|e|4");
  }
}
