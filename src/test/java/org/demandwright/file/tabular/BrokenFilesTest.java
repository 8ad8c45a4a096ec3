package org.demandwright.file.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.demandwright.file.FileAccount;
import org.demandwright.file.FileIntake;
import org.demandwright.file.FileRequest;
import org.demandwright.file.LoadTerms;
import org.demandwright.file.UnusableFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that are not what they should be: each is refused in words or read row by row, and what was
 * loaded before stays as it was.
 */
class BrokenFilesTest {
  private static final String HEADER = "document_no,order_date,item_id,quantity\n";
  private static final String GOOD = HEADER + "1,2024-01-31,A,1\n";

  @TempDir Path folder;
  private Connection connection;

  @BeforeEach
  void open() throws SQLException, IOException {
    connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID());
    load(GOOD.getBytes(StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() throws SQLException {
    assertThat(count("select count(*) from dw_sales_line where line_id = 'FILE:1:1'")).isOne();
    connection.close();
  }

  private FileAccount load(byte[] bytes) throws SQLException, IOException {
    Path file = Files.write(folder.resolve("broken.csv"), bytes);
    return FileIntake.find()
        .load(
            connection,
            FileRequest.orderLines(file),
            new LoadTerms(
                "anna",
                LocalDateTime.of(2024, 3, 1, 0, 0),
                OptionalLong.empty(),
                Optional.empty()));
  }

  private String refusal(byte[] bytes) throws SQLException, IOException {
    try {
      FileAccount account = load(bytes);
      return "loaded " + account;
    } catch (UnusableFile e) {
      assertThat(e.getMessage())
          .as("no words of a library")
          .doesNotContain("Exception", "java.", "javax.", "com.", "org.");
      assertThat(count("select count(*) from dw_sales_line")).isOne();
      assertThat(count("select count(*) from file_load")).isOne();
      assertThat(count("select count(*) from file_quarantine")).isZero();
      return e.getMessage();
    }
  }

  private long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aTruncatedGzipIsRefusedWhereverItEnds() throws Exception {
    StringBuilder text = new StringBuilder(HEADER);
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      text.append(i + 10).append(",2024-01-31,A").append(random.nextInt()).append(",1\n");
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes(text.toString()));
    }
    byte[] whole = packed.toByteArray();
    for (int length : new int[] {2, 5, 12, 100, whole.length / 2, whole.length - 1}) {
      assertThat(refusal(Arrays.copyOf(whole, length)))
          .contains("broken.csv")
          .contains("check that it is there, that it may be read and that it is whole");
    }
    byte[] spoiled = whole.clone();
    spoiled[whole.length / 2] ^= 0x55;
    assertThat(refusal(spoiled)).contains("whole");
  }

  @Test
  void aTruncatedWorkbookIsRefusedWhereverItEnds() throws Exception {
    XlsxFixture workbook = new XlsxFixture();
    workbook.row("s", XlsxFixture.inline("order no"), XlsxFixture.inline("date"));
    byte[] whole = workbook.bytes();
    for (int length : new int[] {4, 10, 100, whole.length / 2, whole.length - 1}) {
      assertThat(refusal(Arrays.copyOf(whole, length)))
          .contains("broken.csv")
          .contains("not whole");
    }
  }

  @Test
  void aWorkbookWithASpoiledPartIsRefused() throws Exception {
    Random random = new Random(3);
    XlsxFixture workbook = new XlsxFixture();
    workbook.row("s", XlsxFixture.inline("order no"), XlsxFixture.inline("date"));
    byte[] whole = workbook.bytes();
    for (int i = 0; i < 200; i++) {
      byte[] spoiled = whole.clone();
      for (int k = 0; k < 3; k++) {
        spoiled[random.nextInt(spoiled.length)] = (byte) random.nextInt(256);
      }
      assertThat(refusal(spoiled)).contains("broken.csv").hasSizeGreaterThan(30);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomBytesAreRefused(long seed) throws Exception {
    byte[] noise = new byte[5_000];
    new Random(seed).nextBytes(noise);
    assertThat(refusal(noise)).contains("neither a text file nor an XLSX workbook");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void spoiledBytesInAGoodFileCostOnlyTheirRows(long seed) throws Exception {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 10; i < 510; i++) {
      text.append(i).append(",2024-01-31,ITEM,1\n");
    }
    byte[] file = bytes(text.toString());
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      int at = HEADER.length() + random.nextInt(file.length - HEADER.length());
      file[at] = (byte) "\";,\"x\u00ff\"\n\0".charAt(random.nextInt(9));
    }
    FileAccount account = load(file);
    assertThat(account.loaded()).isGreaterThan(430);
    assertThat(account.rows()).isEqualTo(account.loaded() + account.quarantinedRows());
  }

  @ParameterizedTest
  @CsvSource({"'', is empty", "'\n\n\n', is empty"})
  void anEmptyFileIsRefused(String text, String words) throws Exception {
    assertThat(refusal(bytes(text))).contains(words);
  }

  @Test
  void aHeaderAloneIsRefused() throws Exception {
    assertThat(refusal(bytes(HEADER))).contains("holds a header but no rows");
  }

  @Test
  void tenThousandColumnsAreRefused() throws Exception {
    String header =
        IntStream.range(0, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    assertThat(refusal(bytes(header + "\n1\n"))).contains("10000 columns, at most 1000");
  }

  @Test
  void aFieldOfAMegabyteCostsItsRowAlone() throws Exception {
    String text =
        HEADER + "2,2024-01-31,A,1\n3,2024-01-31," + "x".repeat(1 << 20) + ",1\n4,2024-01-31,A,1\n";
    FileAccount account = load(bytes(text));
    assertThat(account.loaded()).isEqualTo(2);
    assertThat(account.quarantined()).containsOnlyKeys("BROKEN_ROW");
    assertThat(count("select max(length(raw_text)) from file_quarantine")).isEqualTo(4_000);
  }

  @Test
  void aFileWithoutLineEndsIsNotReadIntoMemory() throws Exception {
    assertThat(refusal(bytes("x".repeat(10_000_000))))
        .contains("cannot be read before this is said");
  }

  @Test
  void twoHeadingsOfTheSameNameAreAskedAbout() throws Exception {
    assertThat(
            refusal(
                bytes("document_no,order_date,item_id,quantity,quantity\n2,2024-01-31,A,1,2\n")))
        .contains("\"quantity\" and \"quantity (2)\" may all mean quantity");
  }

  @Test
  void anEncodingThatDoesNotFitLosesNoRow() throws Exception {
    String text = GOOD.replace("quantity", "quantity,item_name").replace("A,1", "A,1,Käse");
    byte[] file = text.replace("\n1,", "\n7,").getBytes(StandardCharsets.UTF_16LE);
    assertThat(load(file).loaded()).isOne();
  }
}
