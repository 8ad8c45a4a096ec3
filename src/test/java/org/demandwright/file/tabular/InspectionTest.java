package org.demandwright.file.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demandwright.app.English.english;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demandwright.file.DateForm;
import org.demandwright.file.Detected.Sureness;
import org.demandwright.file.FileCheck;
import org.demandwright.file.FileColumn;
import org.demandwright.file.FileInspection;
import org.demandwright.file.FileIntake;
import org.demandwright.file.FileKind;
import org.demandwright.file.FileRequest;
import org.demandwright.file.FormatWishes;
import org.demandwright.file.MappingProfile;
import org.demandwright.file.NumberForm;
import org.demandwright.file.UnusableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found out about a file, and what is asked instead of guessed. */
class InspectionTest {
  private static final FileIntake INTAKE = FileIntake.find();

  @TempDir Path folder;

  private FileRequest request(byte[] bytes) throws IOException {
    return FileRequest.orderLines(Files.write(folder.resolve("sales.csv"), bytes));
  }

  private FileInspection inspect(String text) throws IOException {
    return INTAKE.inspect(request(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static FileRequest with(FileRequest request, FormatWishes wishes) {
    return new FileRequest(
        request.file(),
        request.name(),
        request.kind(),
        wishes,
        request.mapping(),
        request.profiles());
  }

  private static FileRequest with(FileRequest request, Map<String, FileColumn> mapping) {
    return new FileRequest(
        request.file(),
        request.name(),
        request.kind(),
        request.wishes(),
        mapping,
        request.profiles());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Belegnummer;Belegdatum;Artikel-Nr.;Menge;Einzelpreis",
        "N° commande;Date commande;Référence;Quantité;Prix unitaire HT",
        "Nº Pedido;Fecha;Código de artículo;Cantidad;Precio unitario",
        "订单号;下单日期;商品编码;数量;单价",
        "Order No.;Order Date;SKU;Qty;Unit Price"
      })
  void proposesTheMappingOfHeadingsInFiveLanguages(String header) throws Exception {
    FileInspection found = inspect(header + "\nA1;31.01.2024;X;1,5;2\n");
    assertThat(found.headings().values())
        .containsExactly(
            FileColumn.DOCUMENT,
            FileColumn.ORDER_DATE,
            FileColumn.ITEM,
            FileColumn.QUANTITY,
            FileColumn.UNIT_PRICE);
    assertThat(found.questions()).isEmpty();
    assertThat(found.format().delimiter().value()).isEqualTo(';');
    assertThat(found.format().numbers().value()).isEqualTo(NumberForm.COMMA);
    assertThat(found.format().dates().value()).isEqualTo(DateForm.DMY);
    assertThat(found.preview().get(0).values().values())
        .containsExactly("A1", "2024-01-31", "X", "1.5", "2");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, Käse Ölmühle, UTF-8",
    "UTF-16LE, Käse, UTF-16LE",
    "UTF-16BE, Käse, UTF-16BE",
    "windows-1252, Käsespätzle für größere Mägen – 10 €, windows-1252",
    "GBK, 红色的大茶杯和白色的小茶壶, GB18030",
    "Big5, 紅色的大茶杯和白色的小茶壺, Big5",
    "Shift_JIS, 赤い大きなティーカップ, Shift_JIS"
  })
  void findsTheEncoding(String encoding, String name, String found) throws Exception {
    String text =
        "order no,date,sku,qty,item name\n"
            + IntStream.range(0, 20)
                .mapToObj(i -> "A" + i + ",2024-01-31,X,1," + name + "\n")
                .collect(Collectors.joining());
    FileInspection inspection = INTAKE.inspect(request(text.getBytes(Charset.forName(encoding))));
    assertThat(inspection.format().encoding().value()).isEqualToIgnoringCase(found);
    assertThat(inspection.preview().get(0).values()).containsEntry(FileColumn.ITEM_NAME, name);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "|"})
  void findsTheDelimiter(String delimiter) throws Exception {
    String text = "order no,date,sku,qty\nA,2024-01-31,X,1\nB,2024-01-31,Y,2\n";
    FileInspection found = inspect(text.replace(",", delimiter));
    assertThat(found.format().delimiter().value()).isEqualTo(delimiter.charAt(0));
    assertThat(found.format().delimiter().sureness()).isEqualTo(Sureness.CERTAIN);
    assertThat(found.questions()).isEmpty();
  }

  @Test
  void asksForTheDecimalMarkWhereBothFit() throws Exception {
    FileRequest request =
        request(
            "order no;date;sku;qty\nA;2024-01-31;X;1,234\nB;2024-01-31;X;12\n"
                .getBytes(StandardCharsets.UTF_8));
    FileInspection found = INTAKE.inspect(request);
    assertThat(found.questions()).singleElement().asString().contains("1,234", "1.234", "1234");
    Path bad = folder.resolve("bad.csv");
    assertThatThrownBy(() -> INTAKE.check(request, bad))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("POINT or COMMA");
    FileRequest said = with(request, FormatWishes.numbers(NumberForm.COMMA));
    assertThat(INTAKE.inspect(said).preview().get(0).values())
        .containsEntry(FileColumn.QUANTITY, "1.234");
    assertThat(INTAKE.inspect(said).questions()).isEmpty();
  }

  @Test
  void asksForTheOrderOfDayAndMonthWhereBothFit() throws Exception {
    FileInspection asked = inspect("order no,date,sku,qty\nA,03/04/2024,X,1\nB,05/06/2024,X,1\n");
    assertThat(asked.questions())
        .singleElement()
        .asString()
        .contains("03/04/2024", "2024-04-03", "2024-03-04");
    FileInspection known = inspect("order no,date,sku,qty\nA,03/04/2024,X,1\nB,05/16/2024,X,1\n");
    assertThat(known.format().dates().value()).isEqualTo(DateForm.MDY);
    assertThat(known.questions()).isEmpty();
  }

  @Test
  void asksWhichOfTwoHeadingsIsMeantAndTakesTheAnswer() throws Exception {
    FileRequest request =
        request(
            "Invoice,Order No,Date,SKU,Qty,Qty\n1,A,2024-01-31,X,1,2\n"
                .getBytes(StandardCharsets.UTF_8));
    FileInspection found = INTAKE.inspect(request);
    assertThat(found.header()).contains("Qty", "Qty (2)");
    assertThat(found.questions())
        .hasSize(2)
        .anyMatch(q -> q.contains("\"Invoice\" and \"Order No\""))
        .anyMatch(q -> q.contains("\"Qty\" and \"Qty (2)\""));
    FileRequest answered =
        with(
            request,
            Map.of(
                "Invoice", FileColumn.IGNORED,
                "Order No", FileColumn.DOCUMENT,
                "Qty", FileColumn.IGNORED,
                "Qty (2)", FileColumn.QUANTITY));
    FileInspection taken = INTAKE.inspect(answered);
    assertThat(taken.questions()).isEmpty();
    assertThat(taken.preview().get(0).values())
        .containsEntry(FileColumn.DOCUMENT, "A")
        .containsEntry(FileColumn.QUANTITY, "2");
  }

  @Test
  void aSavedProfileIsUsedForTheSameHeader() throws Exception {
    MappingProfile saved =
        MappingProfile.made(
            "web shop",
            FileKind.ORDER_LINES,
            Map.of(
                "a", FileColumn.DOCUMENT,
                "b", FileColumn.ORDER_DATE,
                "c", FileColumn.ITEM,
                "d", FileColumn.QUANTITY),
            new FormatWishes(
                Optional.empty(),
                Optional.of(';'),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NumberForm.COMMA),
                Optional.of(DateForm.MDY)));
    FileRequest plain = request("b;a;d;c\n3/4/2024;A;1,234;X\n".getBytes(StandardCharsets.UTF_8));
    FileRequest request =
        new FileRequest(
            plain.file(), plain.name(), plain.kind(), plain.wishes(), Map.of(), List.of(saved));
    FileInspection found = INTAKE.inspect(request);
    assertThat(found.profile()).hasValue("web shop");
    assertThat(found.questions()).isEmpty();
    assertThat(found.preview().get(0).values().values())
        .containsExactly("2024-03-04", "A", "1.234", "X");
  }

  @Test
  void theDryRunNamesEveryBadRowWithItsColumnValueAndAdvice() throws Exception {
    Path bad = folder.resolve("bad.csv");
    FileCheck check =
        INTAKE.check(
            request(
                ("Order No;Date;SKU;Qty;Price\nA;31.01.2024;X;1;2,5\nB;31.02.2024;X;1;2,5\n"
                        + "C;31.01.2024;X;many;2,5\nD;31.01.2024;X\n;31.01.2024;X;1;2,5\n"
                        + "E;31.01.2024;;1;2,5\nF;31.01.2024;X;=1+1;2,5\n")
                    .getBytes(StandardCharsets.UTF_8)),
            bad);
    assertThat(check.account().loaded()).isEqualTo(2);
    assertThat(check.account().excluded()).isEqualTo(Map.of("NO_ITEM", 1L));
    assertThat(check.account().quarantined())
        .isEqualTo(Map.of("BAD_DATE", 1L, "BAD_NUMBER", 2L, "BROKEN_ROW", 1L, "NO_DOCUMENT", 1L));
    assertThat(check.errors().get(0).lineNo()).isEqualTo(3);
    assertThat(check.errors().get(0).column()).isEqualTo("Date");
    assertThat(check.errors().get(0).value()).isEqualTo("31.02.2024");
    assertThat(english(check.errors().get(0).wrong())).contains("order_date is not a date");
    assertThat(check.errors()).allSatisfy(e -> assertThat(e.advice()).isNotBlank());
    assertThat(Files.readAllLines(bad))
        .hasSize(6)
        .anySatisfy(line -> assertThat(line).startsWith("8,BAD_NUMBER,Qty,'=1+1,"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1,234.5; 1234.5; ",
        "1.234,5; ; 1234.5",
        "1 234 567; 1234567; 1234567",
        "1'234.5; 1234.5; ",
        "-12; -12; -12",
        "1,23; ; 1.23",
        "1,2345; ; 1.2345",
        "12,34,567; 1234567; ",
        "1E5; 1E+5; 1E+5",
        "-; ; ",
        "1.2.3; ; "
      })
  void readsNumbersStrictly(String text, String asPoint, String asComma) {
    assertThat(NumberText.parse(text, NumberForm.POINT).map(Object::toString).orElse(null))
        .isEqualTo(asPoint);
    assertThat(NumberText.parse(text, NumberForm.COMMA).map(Object::toString).orElse(null))
        .isEqualTo(asComma);
  }

  @ParameterizedTest
  @CsvSource({
    "YMD, 2024-01-31, 2024-01-31T00:00",
    "YMD, 2024/1/3 7:05, 2024-01-03T07:05",
    "YMD, 20240131, 2024-01-31T00:00",
    "YMD, 2024年1月31日, 2024-01-31T00:00",
    "YMD, 2024-01-31T12:00:00.000001Z, 2024-01-31T12:00:00.000001",
    "DMY, 31.1.24, 2024-01-31T00:00",
    "DMY, 31/01/1999 23:59:59, 1999-01-31T23:59:59",
    "MDY, 1/31/2024 12:30 AM, 2024-01-31T00:30",
    "MDY, 12/1/2009 7:45 pm, 2009-12-01T19:45",
    "MDY, 31/1/2024, ",
    "DMY, 29.02.2023, ",
    "DMY, 2024-01-31, 2024-01-31T00:00",
    "YMD, 2024-01-31 25:00, "
  })
  void readsDatesStrictly(DateForm form, String text, String time) {
    assertThat(
            DateText.parse(text, new DateRule(form, ZoneOffset.UTC, false))
                .map(Object::toString)
                .orElse(null))
        .isEqualTo(time);
  }
}
