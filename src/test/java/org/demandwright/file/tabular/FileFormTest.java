package org.demandwright.file.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demandwright.file.DateForm;
import org.demandwright.file.Detected.Sureness;
import org.demandwright.file.FileAccount;
import org.demandwright.file.FileColumn;
import org.demandwright.file.FileInspection;
import org.demandwright.file.FileInspection.PreviewRow;
import org.demandwright.file.FileIntake;
import org.demandwright.file.FileKind;
import org.demandwright.file.FileQuestion;
import org.demandwright.file.FileRequest;
import org.demandwright.file.FormatWishes;
import org.demandwright.file.LineClass;
import org.demandwright.file.MappingProfile;
import org.demandwright.file.NumberForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form is judged from the whole of a file; what reads two ways is asked. */
class FileFormTest {
  private static final FileIntake INTAKE = FileIntake.find();
  private static final String HEADER = "order no;date;sku;qty\n";

  @TempDir Path folder;

  private FileRequest request(String text, FormatWishes wishes, MappingProfile... profiles)
      throws IOException {
    Path file = Files.writeString(folder.resolve("sales.csv"), text);
    return new FileRequest(
        file, "sales.csv", FileKind.ORDER_LINES, wishes, Map.of(), List.of(profiles));
  }

  private FileInspection inspect(String text) throws IOException {
    return INTAKE.inspect(request(text, FormatWishes.none()));
  }

  private FileAccount check(FileRequest request) {
    return INTAKE.check(request, folder.resolve("bad.csv")).account();
  }

  private static String rows(int count, String date, String quantity) {
    return IntStream.range(0, count)
        .mapToObj(i -> date + i + ";" + date + ";A;" + quantity + "\n")
        .collect(Collectors.joining());
  }

  private static List<String> values(FileInspection found, FileColumn column) {
    return found.preview().stream().map(PreviewRow::values).map(v -> v.get(column)).toList();
  }

  @Test
  void aDecimalMarkThatComesLateDecidesForAll() throws Exception {
    FileInspection found =
        inspect(
            HEADER
                + rows(1, "2024-01-01", "1,250")
                + rows(5_000, "2024-01-02", "7")
                + rows(1, "2024-01-03", "0,5"));
    assertThat(found.questions()).isEmpty();
    assertThat(found.format().numbers().value()).isEqualTo(NumberForm.COMMA);
    assertThat(values(found, FileColumn.QUANTITY).get(0)).isEqualTo("1.250");
  }

  @Test
  void aNumberThatReadsTwoWaysIsAskedHoweverLateItComes() throws Exception {
    FileInspection found =
        inspect(HEADER + rows(5_000, "2024-01-02", "7") + rows(1, "2024-01-03", "1,250"));
    assertThat(found.asked()).extracting(FileQuestion::key).containsExactly("numbers");
    assertThat(found.asked().get(0).choices()).containsExactly("POINT", "COMMA");
  }

  @Test
  void anOrderOfDayAndMonthThatShowsLateDecidesForAll() throws Exception {
    FileInspection found =
        inspect(
            HEADER
                + rows(3_000, "01/01/2024", "1")
                + rows(1, "01/02/2024", "1")
                + rows(1, "01/13/2024", "1"));
    assertThat(found.format().dates().value()).isEqualTo(DateForm.MDY);
    assertThat(found.format().dates().sureness()).isEqualTo(Sureness.CERTAIN);
    FileInspection open =
        inspect(HEADER + rows(3_000, "01/01/2024", "1") + rows(1, "01/02/2024", "1"));
    assertThat(open.asked()).extracting(FileQuestion::key).containsExactly("dates");
  }

  @Test
  void whatEveryDateSaysAlikeIsNotCertain() throws Exception {
    FileInspection found = inspect(HEADER + rows(30, "02/02/2024", "1"));
    assertThat(found.format().dates().sureness()).isEqualTo(Sureness.LIKELY);
    assertThat(values(found, FileColumn.ORDER_DATE)).containsOnly("2024-02-02");
  }

  @Test
  void textsThatContradictEachOtherAreAskedAboutUnlessOneIsASlip() throws Exception {
    FileInspection torn =
        inspect(
            HEADER
                + rows(3, "2024-01-01", "0,5")
                + rows(3, "2024-01-02", "1.75")
                + rows(1, "2024-01-03", "1,250"));
    assertThat(torn.questions()).singleElement().asString().contains("0,5", "1.75", "1,250");
    FileInspection slip =
        inspect(
            HEADER
                + rows(300, "13/01/2024", "1")
                + rows(1, "04/03/2024", "1")
                + rows(1, "01/14/2024", "1"));
    assertThat(slip.questions()).isEmpty();
    assertThat(slip.format().dates().sureness()).isEqualTo(Sureness.LIKELY);
    assertThat(slip.format().dates().why()).contains("01/14/2024");
  }

  @Test
  void aProfileThatTheFileContradictsIsNotObeyedWithoutAWord() throws Exception {
    MappingProfile european =
        MappingProfile.made(
            "shop",
            FileKind.ORDER_LINES,
            Map.of(
                "order no", FileColumn.DOCUMENT,
                "date", FileColumn.ORDER_DATE,
                "sku", FileColumn.ITEM,
                "qty", FileColumn.QUANTITY),
            new FormatWishes(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NumberForm.COMMA),
                Optional.of(DateForm.DMY)));
    String american = HEADER + rows(5, "03/04/2024", "1,250") + rows(5, "03/14/2024", "2.5");
    FileInspection found = INTAKE.inspect(request(american, FormatWishes.none(), european));
    assertThat(found.asked()).extracting(FileQuestion::key).containsExactly("numbers", "dates");
    String fitting = HEADER + rows(5, "03/04/2024", "1,250");
    assertThat(INTAKE.inspect(request(fitting, FormatWishes.none(), european)).questions())
        .isEmpty();
  }

  @Test
  void aThousandsCommaInOurOwnFormatIsAskedAbout() throws Exception {
    String own = "document_no;order_date;item_id;quantity\n";
    assertThat(inspect(own + "1;2024-01-01;A;1,250\n").asked())
        .extracting(FileQuestion::key)
        .containsExactly("numbers");
    assertThat(inspect(own + "1;2024-01-01;A;12.000\n").questions()).isEmpty();
  }

  @Test
  void datesOfAnUnknownKindAreOneQuestionAndNotLikely() throws Exception {
    String text = HEADER + rows(30, "day 17 of the 3rd season", "1");
    FileInspection found = inspect(text);
    assertThat(found.format().dates().sureness()).isEqualTo(Sureness.ASK);
    assertThat(found.questions()).singleElement().asString().contains("none of 30 texts");
  }

  @Test
  void refusedTextsThatLookAlikeAreOneQuestion() throws Exception {
    String text =
        HEADER
            + rows(12, "2024-01-01", "3")
            + rows(4, "2024-01-02", "12 CR")
            + rows(1, "2024-01-03", "many");
    FileInspection found = inspect(text);
    assertThat(found.asked()).extracting(FileQuestion::key).containsExactly("unread:quantity");
    assertThat(found.questions().get(0)).contains("5 of 17 texts of \"qty\"", "4 of them", "12 CR");
    FormatWishes answered = FormatWishes.none().answering("unread:quantity", "QUARANTINE");
    FileAccount account = check(request(text, answered));
    assertThat(account.quarantined()).isEqualTo(Map.of("BAD_NUMBER", 5L));
    assertThat(inspect(HEADER + rows(12, "2024-01-01", "3") + "1;2024-01-01;A;many\n").questions())
        .as("one slip is no question")
        .isEmpty();
  }

  @Test
  void namesThatComeLateDecideTheEncoding() throws Exception {
    String text =
        HEADER.replace("qty", "qty;item name")
            + rows(60_000, "2024-01-01", "1;nut")
            + rows(20, "2024-01-02", "1;红色的大茶杯和白色的小茶壶");
    Path file = Files.write(folder.resolve("late.csv"), text.getBytes(Charset.forName("GBK")));
    assertThat(Files.size(file)).isGreaterThan(1 << 20);
    assertThat(INTAKE.inspect(FileRequest.orderLines(file)).format().encoding().value())
        .isEqualTo("GB18030");
  }

  @Test
  void aTitleAsWideAsHalfTheTableIsNoHeader() throws Exception {
    FileInspection found =
        inspect("Period;01.03.2024;;\norder no;date;sku;qty\n1;2024-03-01;A;2\n");
    assertThat(found.format().headerLine().value()).isEqualTo(2);
    assertThat(found.questions()).isEmpty();
  }

  @Test
  void everyLineIsOfOneClass() throws Exception {
    String text =
        "sep=;\nSales\n\n\"order\nno\";date;sku;qty;note\n1;2024-01-01;A;1;\"a\nb\"\n\n;;;;\n"
            + "order no;date;sku;qty;note\n2;2024-01-02;A;x;\n3;2024-01-03\nTotal;;;8;\n";
    assertThat(inspect(text).lines().classes()).containsEntry(LineClass.DATA, 4L);
    FileAccount account = check(request(text, FormatWishes.none()));
    assertThat(account.rows()).isEqualTo(3);
    assertThat(account.lines().physical()).isEqualTo(13);
    assertThat(account.lines().classes())
        .isEqualTo(
            Map.of(
                LineClass.SEPARATOR, 1L,
                LineClass.TITLE, 1L,
                LineClass.HEADER, 2L,
                LineClass.REPEATED_HEADER, 1L,
                LineClass.LOADED, 2L,
                LineClass.QUARANTINED, 2L,
                LineClass.TOTAL, 1L,
                LineClass.BLANK, 3L));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "45292 | 2024-01-01",
        "45292.75 | 2024-01-01T18:00",
        "1-Mar-24 | 2024-03-01",
        "1. März 2024 | 2024-03-01",
        "1er mars 2024 | 2024-03-01",
        "1 de marzo de 2024 | 2024-03-01",
        "March 1, 2024 10:00 PM | 2024-03-01T22:00",
        "Fri, 01 Mar 2024 23:30:00 +0000 | 2024-03-02T00:30",
        "2024-03-01T23:30:00Z | 2024-03-02T00:30",
        "2024-03-01 23:30:00 UTC | 2024-03-02T00:30",
        "2024-07-01T00:30:00+08:00 | 2024-06-30T18:30",
        "2024-03 | 2024-03-01",
        "03/2024 | 2024-03-01",
        "Mar 2024 | 2024-03-01",
        "Mar-24 | 2024-03-01",
        "März '24 | 2024-03-01",
        "202403 | 2024-03-01",
        "2024年3月 | 2024-03-01",
        "2024-W10 | 2024-03-04",
      })
  void readsDatesThatSayThemselvesWhatIsWhat(String text, String day) throws Exception {
    FormatWishes berlin = FormatWishes.none().answering("zone", "Europe/Berlin");
    FileInspection found =
        INTAKE.inspect(request(HEADER + "1;" + text + ";A;1\n2;" + text + ";A;1\n", berlin));
    assertThat(found.questions()).isEmpty();
    assertThat(values(found, FileColumn.ORDER_DATE)).containsOnly(day);
  }

  @Test
  void aDayWithoutAYearIsNoMonth() throws Exception {
    assertThat(inspect(HEADER + "1;Mar 15;A;3\n2;Mar 16;A;4\n").questions())
        .singleElement()
        .asString()
        .contains("none of 2 texts", "Mar 15");
  }

  @Test
  void aStampIsOfUtcAndADayOfTheZone() throws Exception {
    FormatWishes tokyo = FormatWishes.none().answering("zone", "Asia/Tokyo");
    String stamp = "2024-03-01T20:00:00Z";
    FileInspection found =
        INTAKE.inspect(
            request(
                "order no;date;sku;qty;changed at\n1;" + stamp + ";A;1;" + stamp + "\n", tokyo));
    assertThat(values(found, FileColumn.ORDER_DATE)).containsOnly("2024-03-02T05:00");
    assertThat(values(found, FileColumn.CHANGED_AT)).containsOnly("2024-03-01T20:00");
  }

  @Test
  void monthsAreCalledFiguresOfAPeriod() throws Exception {
    assertThat(inspect(HEADER + "1;2024-01;A;3\n2;2024-02;A;4\n").format().dates().why())
        .contains("figures of a whole period");
  }

  @Test
  void aYearOfTwoDigitsInFrontIsAskedAbout() throws Exception {
    FileInspection found = inspect(HEADER + "1;24-03-15;A;3\n2;24-03-16;A;4\n3;24-04-02;A;4\n");
    assertThat(found.questions()).singleElement().asString().contains("2024-03-15", "2015-03-24");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "12,000- | COMMA | -12.000",
        "1.000,5- | COMMA | -1000.5",
        "(3) | POINT | -3",
        "(1,250.50) | POINT | -1250.50",
        "\u22124 | POINT | -4",
        "\u20134.5 | POINT | -4.5",
        "- 4 | POINT | -4",
        "1,00,000 | POINT | 100000",
        "-12,34,567.50 | POINT | -1234567.50",
        "1\u202f234,5 | COMMA | 1234.5",
        "1\u00a0234 | POINT | 1234",
        "1'234'567.5 | POINT | 1234567.5",
        "-(3) | POINT | ",
        "-3- | POINT | ",
        "1,2,000 | POINT | ",
        "3-4 | POINT | "
      })
  void readsNumbersWithEverySign(String text, NumberForm form, String number) {
    assertThat(NumberText.parse(text, form).map(n -> n.toPlainString()).orElse(null))
        .isEqualTo(number);
  }
}
