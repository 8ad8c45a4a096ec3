package org.demandwright.file.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.OptionalLong;
import org.demandwright.file.FileIntake;
import org.demandwright.file.FormatWishes;
import org.demandwright.file.Numbering;
import org.demandwright.file.UnusableFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of documents that come again in another year. */
class NumberingTest {
  private static final String HEADER = "document_no,line_no,order_date,item_id,quantity\n";
  private static final String TWO_YEARS =
      HEADER + "7,1,2023-03-01,A,5\n7,2,2023-03-01,B,5\n7,1,2024-03-01,A,7\n";
  private static final String LINES =
      "select line_id, quantity from dw_sales_line order by source_key";

  @TempDir Path folder;
  private LoadedFiles files;

  @BeforeEach
  void open() throws SQLException {
    files = new LoadedFiles(folder);
  }

  @AfterEach
  void close() throws SQLException {
    files.close();
  }

  private static FormatWishes said(Numbering numbering) {
    return FormatWishes.none().answering(Numbering.KEY, numbering.name());
  }

  private void load(String text, Numbering numbering) throws SQLException {
    files.load(files.request(text, said(numbering)), OptionalLong.empty());
  }

  @Test
  void asksWhereALineStandsInTwoYears() {
    assertThat(FileIntake.find().inspect(files.request(TWO_YEARS)).questions())
        .singleElement()
        .asString()
        .startsWith("numbering: document 7 has a line 1 in 2023 and in 2024")
        .contains("YEARLY", "ONCE");
    assertThatThrownBy(() -> files.load(TWO_YEARS))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("numbering");
  }

  @Test
  void doesNotAskWhereADocumentGoesOnInTheNextYearOrALineComesTwice() {
    String newYear = HEADER + "7,1,2023-12-31,A,5\n7,2,2024-01-01,A,7\n";
    String twice = HEADER + "7,1,2023-03-01,A,5\n7,1,2023-03-01,A,7\n";
    String companies = "org_id," + HEADER + "DE,7,1,2023-03-01,A,5\nFR,7,1,2024-03-01,A,7\n";
    for (String text : new String[] {newYear, twice, companies}) {
      assertThat(FileIntake.find().inspect(files.request(text)).questions()).isEmpty();
    }
  }

  @Test
  void bothAreLinesWhereNumbersStartAnew() throws Exception {
    load(TWO_YEARS, Numbering.YEARLY);
    assertThat(files.rows(LINES))
        .containsExactly(
            "FILE/2023:7:1|5.000000", "FILE/2023:7:2|5.000000", "FILE/2024:7:1|7.000000");
    load(HEADER + "7,1,2025-03-01,A,9\n7,1,2024-03-01,A,7\n", Numbering.YEARLY);
    assertThat(files.rows(LINES)).hasSize(4).contains("FILE/2025:7:1|9.000000");
  }

  @Test
  void theSecondIsADuplicateWhereNumbersGoOn() throws Exception {
    load(TWO_YEARS, Numbering.ONCE);
    assertThat(files.rows(LINES)).containsExactly("FILE:7:1|5.000000", "FILE:7:2|5.000000");
  }

  @Test
  void aFileOfTheNextYearKnowsTheLinesThatWereLoadedBeforeAnybodyWasAsked() throws Exception {
    files.load(HEADER + "7,1,2023-03-01,A,5\n");
    assertThat(files.load(HEADER + "7,1,2024-03-01,A,7\n8,1,2024-03-01,A,1\n").quarantined())
        .as("without an answer a date that was corrected makes no second line")
        .isEqualTo(Map.of("DUPLICATE_LINE", 1L));
    assertThat(files.rows("select detail from file_quarantine"))
        .singleElement()
        .asString()
        .contains("load 1", "2023-03-01", "numbering YEARLY");
    load(HEADER + "7,1,2023-03-01,A,5\n7,1,2024-03-01,A,7\n", Numbering.YEARLY);
    assertThat(files.rows(LINES))
        .containsExactly("FILE:7:1|5.000000", "FILE:8:1|1.000000", "FILE/2024:7:1|7.000000");
  }

  @Test
  void placesOfLinesWithoutNumbersAreCountedInEachYear() throws Exception {
    String header = "document_no,order_date,item_id,quantity\n";
    load(header + "7,2023-03-01,A,5\n7,2023-03-01,B,5\n7,2024-03-01,A,7\n", Numbering.YEARLY);
    load(header + "7,2024-03-01,A,7\n7,2025-03-01,A,9\n", Numbering.YEARLY);
    assertThat(files.rows(LINES))
        .containsExactly(
            "FILE/2023:7:1|5.000000",
            "FILE/2023:7:2|5.000000",
            "FILE/2024:7:1|7.000000",
            "FILE/2025:7:1|9.000000");
  }
}
