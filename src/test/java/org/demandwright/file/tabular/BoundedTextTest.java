package org.demandwright.file.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.demandwright.file.FileKind;
import org.demandwright.file.FileRequest;
import org.demandwright.file.FormatWishes;
import org.demandwright.file.UnusableFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedTextTest {
  @TempDir Path folder;

  private static InputStream text(String text, long most) {
    return new BoundedText(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), "a.csv", most);
  }

  @Test
  void all_of_a_table_passes() throws IOException {
    try (InputStream all = text("a,b\n1,2\n", 8)) {
      assertThat(all.readAllBytes()).hasSize(8);
    }
  }

  @Test
  void more_than_is_taken_is_refused_where_it_begins() {
    assertThatThrownBy(() -> text("a,b\n1,2\n3", 8).readAllBytes())
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("a.csv: unpacked, it is larger than 0 MB");
  }

  @Test
  void a_packed_line_without_end_is_refused_by_whoever_reads_it() throws IOException {
    Path bomb = folder.resolve("bomb.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      out.write("order,item,quantity\n".getBytes(StandardCharsets.US_ASCII));
      byte[] part = "é".repeat(1 << 19).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 64; i++) {
        out.write(part);
      }
    }
    assertThat(Files.size(bomb)).isLessThan(200_000);
    FileRequest request =
        new FileRequest(
            bomb, "bomb.csv", FileKind.ORDER_LINES, FormatWishes.none(), Map.of(), List.of());
    assertThatThrownBy(() -> new TabularIntake().inspect(request))
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("has a line of more than 16 MB");
  }

  @Test
  void quotes_that_are_never_closed_are_read_again_only_so_often() throws IOException {
    String line = "A,\"" + "x".repeat(10_000) + "\n";
    Path file = Files.writeString(folder.resolve("quotes.csv"), line.repeat(200));
    assertThatThrownBy(
            () -> {
              try (CsvRecords records =
                  new CsvRecords(new PhysicalLines(file, StandardCharsets.UTF_8), ',', 3)) {
                while (records.next() != null) {
                  // reads on
                }
              }
            })
        .isInstanceOf(UnusableFile.class)
        .hasMessageContaining("opens a quote that is not closed");
  }
}
