package org.demandwright.file.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.app.English.english;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.demandwright.core.quality.Spelling;
import org.demandwright.file.FileCheck;
import org.demandwright.file.LookAlikes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes that spreadsheets and the web have spoiled. */
class CodesTest {
  private static final String OWN = "document_no,order_date,item_id,quantity\n";

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

  @ParameterizedTest
  @ValueSource(
      ints = {
        0xa0, 0x200b, 0xfeff, 0x2007, 0x202f, 0x3000, 0x200e, 0x00ad, 0x2060, 0x180e, 0x2800, 9
      })
  void whatCannotBeSeenAroundAnyCodeIsTakenOff(int unseen) throws Exception {
    String u = Character.toString(unseen);
    files.load(
        "org_id,document_no,order_date,item_id,quantity,site_id,customer_id,channel_id,uom_id,currency\n"
            + "DE,7,2024-03-01,N 1,1,S,C,W,PCS,EUR\n"
            + "DE%,8%,2024-03-01,N 1%,1,%S,C%,%W%,PCS%,%EUR\n".replace("%", u));
    assertThat(
            files.rows(
                "select distinct org_id, item_id, site_id, customer_id, channel_id, uom_id, currency"
                    + " from dw_sales_line"))
        .containsExactly("DE|N 1|S|C|W|PCS|EUR");
    assertThat(files.rows("select document_no from dw_sales_line order by 1"))
        .containsExactly("7", "8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"4,00638E+12", "4.00638E+12", "4.00638e+12", "-1,2E-05", "4E+12", "40.06E+11"})
  void aCodeThatASpreadsheetShortenedIsStopped(String code) throws Exception {
    FileCheck check =
        files.check(OWN.replace(',', ';') + "1;2024-03-01;" + code + ";3\n2;2024-03-02;A;1\n");
    assertThat(check.account().quarantined()).isEqualTo(Map.of("SPOILED_CODE", 1L));
    assertThat(english(check.errors().get(0).wrong())).contains("spreadsheet", code);
    assertThat(check.errors().get(0).advice()).contains("as text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E5", "12E10", "5E-10", "E+12", "4.5", "4006381333931", "1.5E5X"})
  void whatSomebodyWroteIsACode(String code) throws Exception {
    files.load(OWN + "1,2024-03-01," + code + ",3\n");
    assertThat(files.rows("select item_id from dw_item")).containsExactly(code);
  }

  @Test
  void aSpoiledCustomerCostsTheCustomerAndNotTheLine() {
    FileCheck check =
        files.check(OWN.replace("\n", ",customer_id\n") + "1,2024-03-01,A,3,1.30E+11\n");
    assertThat(check.account().loaded()).isEqualTo(1);
    assertThat(check.omitted())
        .singleElement()
        .satisfies(o -> assertThat(o.column()).isEqualTo("customer_id"))
        .satisfies(o -> assertThat(o.example()).isEqualTo("1.30E+11"));
  }

  @Test
  void aNumberInAWorkbookThatIsTooLongToBeKeptIsStopped() {
    assertThat(SpoiledCode.wrong(Cell.typed("1234567890123450"), "1234567890123450")).isPresent();
    assertThat(SpoiledCode.wrong(Cell.typed("0004006381333931"), "0004006381333931")).isEmpty();
    assertThat(SpoiledCode.wrong(Cell.of("1234567890123456"), "1234567890123456")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AB-100, ab-100",
    "AB-100, AB\u2011100",
    "AB-100, AB\u2212100",
    "AB-100, \uff21\uff22-100",
    "AB-100, AB\u200b-100",
    "85048, 85048.0",
    "123, 00123",
    "AB 100, AB\u00a0100",
    "STRASSE, straße"
  })
  void codesThatLookAlikeStayApartAndAreReported(String one, String other) throws Exception {
    String text =
        OWN
            + "1,2024-03-01,%s,3\n2,2024-03-01,%s,1\n3,2024-03-02,%s,1\n"
                .formatted(one, other, one);
    assertThat(files.check(text).alike())
        .containsExactly(new LookAlikes("item_id", Map.of(one, 2L, other, 1L)));
    files.load(text);
    assertThat(files.rows("select item_id from dw_item")).containsExactlyInAnyOrder(one, other);
  }

  @ParameterizedTest
  @CsvSource({"1.1, 1.10", "AB-100, AB100", "A, B", "1E5, 100000", "10, 1", "0, 00A"})
  void otherCodesDoNotLookAlike(String one, String other) {
    assertThat(Spelling.plain(one)).isNotEqualTo(Spelling.plain(other));
  }

  @Test
  void lookAlikesAreToldOfEveryCode() {
    FileCheck check =
        files.check(
            OWN.replace("\n", ",site_id,customer_id\n")
                + "1,2024-03-01,A,3,S1,13085\n2,2024-03-01,A,3,s1,13085.0\n");
    assertThat(check.alike().stream().map(LookAlikes::column).toList())
        .isEqualTo(List.of("site_id", "customer_id"));
  }
}
