package org.demandwright.file.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demandwright.app.English.english;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.demandwright.file.FileCheck;
import org.demandwright.file.FileIntake;
import org.demandwright.file.ItemUnits;
import org.demandwright.file.RowError;
import org.demandwright.file.UnusableFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which unit an item of files is counted, and what the import refuses. */
class UnitsOfItemsTest {
  private static final String OWN = "document_no,order_date,item_id,quantity,uom_id\n";
  private static final String FIRST =
      OWN
          + "1,2024-03-01,A,1,PCS\n2,2024-03-02,A,1,pcs\n3,2024-03-03,A,1,PCS\n"
          + "4,2024-03-04,A,1,BOX\n5,2024-03-05,A,1,BOX\n6,2024-03-05,B,1,\n";
  private static final String UNIT = "select item_id, uom_id from dw_item order by 1";

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
  void theMostLinesOfTheFirstLoadSettleTheUnitAndLaterLoadsDoNotChangeIt() throws Exception {
    files.load(FIRST);
    assertThat(files.rows(UNIT)).containsExactly("A|PCS", "B|null");
    files.load(
        OWN
            + "7,2024-04-01,A,1,BOX\n8,2024-04-01,A,1,BOX\n9,2024-04-01,A,1,BOX\n10,2024-04-01,B,1,KG\n");
    assertThat(files.rows(UNIT)).containsExactly("A|PCS", "B|KG");
  }

  @Test
  void theDryRunNamesWhatTheImportWillRefuse() {
    FileCheck check =
        files.check(
            FIRST
                + "7,2024-03-06,A,20000000,PCS\n8,1924-03-06,A,1,PCS\n"
                + "9,2024-03-06,A,1,PCS\n");
    assertThat(check.account().quarantined()).isEmpty();
    assertThat(check.refused())
        .isEqualTo(Map.of("WRONG_UNIT", 2L, "ABSURD_QUANTITY", 1L, "IMPLAUSIBLE_DATE", 1L));
    assertThat(check.errors().stream().map(RowError::lineNo).toList())
        .isEqualTo(List.of(5L, 6L, 8L, 9L));
    assertThat(english(check.errors().get(0).wrong())).contains("BOX", "PCS").doesNotContain("ERP");
    assertThat(check.errors().get(0).column()).isEqualTo("uom_id");
  }

  @Test
  void aSignThatDoesNotFitTheKindIsInTheDryRun() {
    FileCheck check =
        files.check(
            OWN.replace("uom_id", "line_kind")
                + "1,2024-03-01,A,-3,ORDER\n2,2024-03-01,A,3,RETURN\n3,2024-03-01,A,-3,RETURN\n");
    assertThat(check.refused()).isEqualTo(Map.of("WRONG_SIGN", 2L));
  }

  @Test
  void theDryRunKnowsWhatWasLoadedBefore() throws Exception {
    files.load(FIRST);
    String next = OWN + "1,2024-03-01,A,1,PCS\n7,2024-04-01,A,1,BOX\n8,2024-04-01,A,1,Pcs\n";
    FileCheck check =
        FileIntake.find()
            .check(
                files.connection(),
                files.request(next),
                LoadedFiles.terms(OptionalLong.empty()),
                folder.resolve("bad.csv"));
    assertThat(check.account().quarantined()).isEqualTo(Map.of("DUPLICATE_LINE", 1L));
    assertThat(check.refused()).isEqualTo(Map.of("WRONG_UNIT", 1L));
    assertThat(files.rows("select count(*) from dw_sales_line")).containsExactly("6");
    assertThat(
            FileIntake.find()
                .check(
                    files.connection(),
                    files.request(next),
                    LoadedFiles.terms(OptionalLong.of(1)),
                    folder.resolve("bad.csv"))
                .account()
                .quarantined())
        .isEmpty();
  }

  @Test
  void aPersonChangesTheUnitToOneThatTheItemHas() throws Exception {
    files.load(FIRST);
    FileIntake intake = FileIntake.find();
    assertThat(intake.unitsOfItems(files.connection()))
        .containsExactly(
            new ItemUnits("MAIN", "A", "PCS", Map.of("PCS", 2L, "pcs", 1L, "BOX", 2L)));
    assertThat(intake.unitsOfItems(files.connection()).get(0).refused()).isEqualTo(2);
    LocalDateTime now = LocalDateTime.of(2024, 9, 2, 8, 0);
    intake.countIn(files.connection(), "MAIN", "A", "box", now);
    assertThat(files.rows(UNIT)).containsExactly("A|BOX", "B|null");
    assertThat(intake.unitsOfItems(files.connection()).get(0).refused()).isEqualTo(3);
    assertThatThrownBy(() -> intake.countIn(files.connection(), "MAIN", "A", "KG", now))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("[BOX, PCS, pcs]");
  }
}
