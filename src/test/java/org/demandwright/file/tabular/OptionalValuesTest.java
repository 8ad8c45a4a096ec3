package org.demandwright.file.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.demandwright.core.demand.LineKind;
import org.demandwright.file.Detected.Sureness;
import org.demandwright.file.FileCheck;
import org.demandwright.file.FileColumn;
import org.demandwright.file.FileInspection;
import org.demandwright.file.FileIntake;
import org.demandwright.file.NumberForm;
import org.demandwright.file.OmittedValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A value in a column that a line can do without costs the value at worst, and never the line. */
class OptionalValuesTest {
  private static final String OWN = "document_no,order_date,item_id,quantity";

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
      strings = {
        "NULL", "null", "(null)", "\\N", "nan", "NaN", "#N/A", "#NV", "n/a", "-", "None", "\u2014",
        "NaT"
      })
  void whatMeansNothingIsEmptyEverywhere(String nothing) throws Exception {
    String row = "1,2024-03-01,A,3,%,%,%,%,%,%,%,%,%\n".replace("%", nothing);
    files.load(
        OWN
            + ",demand_date,customer_id,unit_price_net,net_amount,currency,on_promotion,uom_id,line_no,changed_at\n"
            + row
            + "2,2024-03-05,%,7,,,,,,,,,\n".replace("%", nothing));
    assertThat(
            files.rows(
                "select item_id, excluded_because, demand_date, customer_id, unit_price_net,"
                    + " net_amount, currency, on_promotion, uom_id from dw_sales_line order by"
                    + " source_key"))
        .containsExactly(
            "A|null|2024-03-01|null|null|null|null|FALSE|null",
            "null|NO_ITEM|2024-03-05|null|null|null|null|FALSE|null");
    assertThat(files.rows("select item_id from dw_item")).containsExactly("A");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000-00-00",
        "0000-00-00 00:00:00",
        "00.00.0000",
        "00000000",
        "0001-01-01T00:00:00",
        "0"
      })
  void aDayOfZerosIsNoDay(String day) {
    FileCheck check = files.check(OWN + ",demand_date\n1,2024-03-01,A,3," + day + "\n");
    assertThat(check.account().loaded()).isEqualTo(1);
    assertThat(check.omitted()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsLeftOutAndCountedByColumn() throws Exception {
    String text =
        OWN
            + ",demand_date,unit_price_net,currency,on_promotion,line_kind,erp_status\n"
            + "1,2024-03-01,A,3,soon,cheap,Euro,perhaps,Voucher,"
            + "x".repeat(41)
            + "\n2,2024-03-02,A,3,later,2,EUR,yes,ORDER,ok\n";
    FileCheck check = files.check(text);
    assertThat(check.account().loaded()).isEqualTo(2);
    assertThat(check.omitted().stream().map(OmittedValues::column).toList())
        .isEqualTo(
            List.of(
                "currency",
                "demand_date",
                "erp_status",
                "line_kind",
                "on_promotion",
                "unit_price_net"));
    assertThat(check.omitted().get(1).rows()).isEqualTo(2);
    assertThat(check.omitted().get(1).example()).isEqualTo("soon");
    files.load(text);
    assertThat(
            files.rows(
                "select demand_date, unit_price_net, line_kind from dw_sales_line order by 1"))
        .containsExactly("2024-03-01|null|INVOICE", "2024-03-02|2.000000|ORDER");
  }

  @Test
  void whatIsLeftOutOfARowThatIsNotLoadedDoesNotCount() {
    FileCheck check =
        files.check(
            OWN
                + ",on_promotion,unit_price_net\n1,2024-03-01,A,3,yes,2\n1,2024-03-01,A,three,perhaps,2\n");
    assertThat(check.account().loaded()).isEqualTo(1);
    assertThat(check.omitted()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12,50 €|12,50",
        "€ 9,90|9,90",
        "-12,50 €|-12,50",
        "€ -12,50|-12,50",
        "-€12.50|-12.50",
        "$1,234.50|1,234.50",
        "US$ 12|12",
        "12,50 EUR|12,50",
        "EUR 12,50|12,50",
        "CHF 12.50|12.50",
        "12,50\u00a0€|12,50",
        "(12,50 €)|(12,50)",
        "12,50- €|12,50-",
        "¥1200|1200",
        "12,50 zł|12,50",
        "kr 12|12",
        "12 kg|12 kg",
        "1E5|1E5",
        "ab 12|ab 12"
      })
  void aCurrencyBesideAnAmountIsReadOver(String text, String amount) {
    assertThat(CurrencyMarks.off(text)).isEqualTo(amount);
  }

  @Test
  void aCurrencyDoesNotHideTheFormOfAnAmount() throws Exception {
    FileInspection found =
        FileIntake.find()
            .inspect(
                files.request(
                    "Order No;Order Date;SKU;Qty;Unit Price\n1;01.03.2024;A;10;12,50 €\n"
                        + "2;14.03.2024;A;1;€ 1.112,50\n"));
    assertThat(found.questions()).isEmpty();
    assertThat(found.format().numbers().value()).isEqualTo(NumberForm.COMMA);
    assertThat(found.preview().get(1).values()).containsEntry(FileColumn.UNIT_PRICE, "1112.50");
  }

  @ParameterizedTest
  @CsvSource({
    "WAHR, true",
    "FALSCH, false",
    "x, true",
    "Ja, true",
    "oui, true",
    "sí, true",
    "Falso, false",
    "是, true",
    "否, false",
    "1.0, true",
    "0, false",
    "N, false"
  })
  void readsFlagsInSixLanguages(String word, boolean flag) {
    assertThat(ValueWords.flag(word)).hasValue(flag);
  }

  @ParameterizedTest
  @CsvSource({
    "Sales Order, ORDER",
    "Auftrag, ORDER",
    "Commande, ORDER",
    "Pedido, ORDER",
    "Ordine, ORDER",
    "订单, ORDER",
    "Rechnung, INVOICE",
    "Fattura, INVOICE",
    "Credit Note, RETURN",
    "Gutschrift, RETURN",
    "Avoir, RETURN",
    "Devolución, RETURN",
    "退货单, RETURN",
    "return, RETURN"
  })
  void readsKindsInSixLanguages(String word, String kind) {
    assertThat(ValueWords.kind(word)).hasValue(LineKind.valueOf(kind));
  }

  private FileInspection typed(String heading, String... values) {
    StringBuilder text = new StringBuilder("Order No," + heading + ",Date,SKU,Qty\n");
    for (int i = 0; i < values.length; i++) {
      text.append(i).append(',').append(values[i]).append(",2024-03-01,A,3\n");
    }
    return FileIntake.find().inspect(files.request(text.toString()));
  }

  @Test
  void aHeadingIsJudgedByItsValues() {
    FileInspection kinds = typed("Type", "Sales Order", "Credit Note");
    assertThat(kinds.headings()).containsEntry("Type", FileColumn.KIND);
    assertThat(kinds.questions()).isEmpty();
    FileInspection others = typed("Type", "Standard", "Express");
    assertThat(others.headings()).containsEntry("Type", FileColumn.IGNORED);
    assertThat(others.mapping().get("Type").why()).contains("line_kind", "Standard");
    assertThat(others.questions()).isEmpty();
    FileInspection some = typed("Type", "Sales Order", "Quotation");
    assertThat(some.mapping().get("Type").sureness()).isEqualTo(Sureness.ASK);
    assertThat(some.questions()).singleElement().asString().contains("1 of 2", "Quotation");
  }

  @Test
  void aColumnOfFlagsCurrenciesOrUnitsThatHoldsNoneIsSomethingElse() {
    assertThat(typed("Promotion", "Spring sale", "").headings())
        .containsEntry("Promotion", FileColumn.IGNORED);
    assertThat(typed("Promotion", "Spring sale", "ja").headings())
        .containsEntry("Promotion", FileColumn.ON_PROMOTION);
    assertThat(typed("Unit", "12.50", "3").headings()).containsEntry("Unit", FileColumn.IGNORED);
    assertThat(typed("Currency", "Euro", "Franken").headings())
        .containsEntry("Currency", FileColumn.IGNORED);
    assertThat(typed("Price", "list A", "list B").headings())
        .containsEntry("Price", FileColumn.IGNORED);
  }
}
