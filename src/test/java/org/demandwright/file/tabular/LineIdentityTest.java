package org.demandwright.file.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.demandwright.file.FileRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rows of files are the same order line. */
class LineIdentityTest {
  private static final String NUMBERED = "org_id,document_no,line_no,order_date,item_id,quantity\n";
  private static final String PLAIN = "org_id,document_no,order_date,item_id,quantity\n";
  private static final String LINES =
      "select org_id, line_id, quantity, excluded_because from dw_sales_line order by source_key";

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

  @Test
  void companiesUseTheSameNumbersInOneFile() throws Exception {
    assertThat(
            files
                .load(
                    NUMBERED
                        + "DE,7,1,2024-03-01,A,5\nDE,7,2,2024-03-01,B,7\n"
                        + "FR,7,1,2024-03-02,A,11\nFR,7,2,2024-03-02,B,13\n")
                .quarantined())
        .isEmpty();
    assertThat(files.rows(LINES))
        .containsExactly(
            "DE|FILE@DE:7:1|5.000000|null",
            "DE|FILE@DE:7:2|7.000000|null",
            "FR|FILE@FR:7:1|11.000000|null",
            "FR|FILE@FR:7:2|13.000000|null");
  }

  @Test
  void companiesUseTheSameNumbersInTwoFilesWithoutLineNumbers() throws Exception {
    files.load(PLAIN + "DE,7,2024-03-01,A,10\nDE,8,2024-03-02,A,12\n");
    assertThat(
            files.load(
                PLAIN + "FR,7,2024-03-01,A,100\nFR,8,2024-03-02,A,120\nFR,9,2024-03-03,A,1\n"))
        .satisfies(account -> assertThat(account.loaded()).isEqualTo(3))
        .satisfies(account -> assertThat(account.quarantined()).isEmpty());
    // A later file of one company repeats its own line and not the other's.
    assertThat(files.load(PLAIN + "FR,8,2024-03-02,A,120\nDE,9,2024-03-02,A,1\n").quarantined())
        .isEqualTo(Map.of("DUPLICATE_LINE", 1L));
  }

  @Test
  void noTwoIdentitiesHaveOneLineId() {
    List<String> ids =
        Stream.of(
                new LineIdentity("MAIN", "DE:7", 0, "1"),
                new LineIdentity("DE", "7", 0, "1"),
                new LineIdentity("DE/2024", "7", 0, "1"),
                new LineIdentity("DE", "7", 2024, "1"),
                new LineIdentity("MAIN", "7", 2024, "1"),
                new LineIdentity("MAIN", "7", 0, "1:2"),
                new LineIdentity("MAIN", "7:1", 0, "2"),
                new LineIdentity("D".repeat(80), "7".repeat(60), 0, "1"),
                new LineIdentity("D".repeat(80), "7".repeat(60), 0, "2"),
                new LineIdentity("D".repeat(79) + "E", "7".repeat(60), 0, "1"))
            .map(LineIdentity::id)
            .toList();
    assertThat(ids)
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void aLoadedLineTellsItsIdentity() {
    for (LineIdentity line :
        List.of(
            new LineIdentity("DE", "7", 0, "1:2%"),
            new LineIdentity("D".repeat(80), "7:8".repeat(20), 2024, "1"),
            new LineIdentity("MAIN", "7", 0, "10"))) {
      assertThat(LineIdentity.of(line.org(), line.document(), line.year(), line.id()))
          .isEqualTo(line);
      assertThat(LineIdentity.of(line.org(), line.document(), line.year(), line.explicitId()))
          .isEqualTo(line);
    }
  }

  /** Former versions left the company out of a line's identity and refused the other's lines. */
  private void asTheFormerVersionLoadedIt() throws SQLException {
    files.load(NUMBERED + "DE,7,1,2024-03-01,A,5\nDE,7,2,2024-03-01,B,7\n");
    files.change("update file_order_line set line_id = 'FILE:7:' || right(line_id, 1)");
  }

  @Test
  void linesOfTheFormerVersionKeepTheirLineIds() throws Exception {
    asTheFormerVersionLoadedIt();
    files.replace(
        1,
        NUMBERED
            + "DE,7,1,2024-03-01,A,6\nDE,7,2,2024-03-01,B,7\n"
            + "FR,7,1,2024-03-02,A,11\nFR,7,2,2024-03-02,B,13\n");
    assertThat(files.rows(LINES))
        .containsExactly(
            "DE|FILE:7:1|6.000000|null",
            "DE|FILE:7:2|7.000000|null",
            "FR|FILE@FR:7:1|11.000000|null",
            "FR|FILE@FR:7:2|13.000000|null");
  }

  @Test
  void aLineOfTheFormerVersionIsKnownAgainAndItsLineIdIsTaken() throws Exception {
    asTheFormerVersionLoadedIt();
    assertThat(
            files
                .load(
                    NUMBERED
                        + "DE,7,1,2024-03-01,A,5\n,7,1,2024-03-01,A,1\nFR,7,1,2024-03-01,A,11\n")
                .quarantined())
        .isEqualTo(Map.of("DUPLICATE_LINE", 1L));
    assertThat(files.rows(LINES))
        .containsExactly(
            "DE|FILE:7:1|5.000000|null",
            "DE|FILE:7:2|7.000000|null",
            "MAIN|FILE@MAIN:7:1|1.000000|null",
            "FR|FILE@FR:7:1|11.000000|null");
  }

  @Test
  void theSameFileMayTakeItsOwnPlaceAndDoublesNothing() throws Exception {
    FileRequest file = files.request(NUMBERED + "DE,7,1,2024-03-01,A,5\nDE,7,2,2024-03-01,B,7\n");
    files.load(file, OptionalLong.empty());
    files.change("update file_order_line set line_id = 'FILE:7:' || right(line_id, 1)");
    files.load(file, OptionalLong.of(1));
    assertThat(files.rows(LINES))
        .containsExactly("DE|FILE:7:1|5.000000|null", "DE|FILE:7:2|7.000000|null");
  }

  @Test
  void aDateThatIsCorrectedMakesNoSecondLine() throws Exception {
    files.load(NUMBERED + "DE,7,1,2023-12-31,A,5\n");
    assertThat(files.rows(LINES)).containsExactly("DE|FILE@DE:7:1|5.000000|null");
    files.replace(1, NUMBERED + "DE,7,1,2024-01-02,A,5\n");
    assertThat(files.rows(LINES)).containsExactly("DE|FILE@DE:7:1|5.000000|null");
  }

  @Test
  void aLineThatACorrectionLeftOutMayComeAgain() throws Exception {
    files.load(NUMBERED + "DE,7,1,2024-03-01,A,5\nDE,7,2,2024-03-01,B,7\n");
    files.replace(1, NUMBERED + "DE,7,1,2024-03-01,A,6\n");
    assertThat(files.rows(LINES))
        .containsExactly("DE|FILE@DE:7:2|7.000000|REPLACED", "DE|FILE@DE:7:1|6.000000|null");
    files.load(NUMBERED + "DE,7,2,2024-03-01,B,8\n");
    assertThat(files.rows(LINES))
        .containsExactly("DE|FILE@DE:7:1|6.000000|null", "DE|FILE@DE:7:2|8.000000|null");
  }
}
