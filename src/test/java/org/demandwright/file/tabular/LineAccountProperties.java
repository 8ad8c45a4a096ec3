package org.demandwright.file.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.demandwright.file.FileAccount;
import org.demandwright.file.FileInspection;
import org.demandwright.file.FileIntake;
import org.demandwright.file.FileRequest;
import org.demandwright.file.LineClass;
import org.demandwright.file.LineCounts;
import org.demandwright.file.UnusableFile;

/** Whatever a file holds, each of its physical lines is of exactly one class, for every reader. */
class LineAccountProperties {
  private static final FileIntake INTAKE = FileIntake.find();
  private static final String HEADER = "document_no,order_date,item_id,quantity,item_name";

  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> good =
        Combinators.combine(
                Arbitraries.integers().between(1, 9_999), Arbitraries.integers().between(1, 9))
            .as((document, quantity) -> document + ",2024-01-31,A," + quantity + ",nut");
    Arbitrary<String> nasty =
        Arbitraries.strings().withChars("\",; \t\u00e4A1\0\uFEFF-").ofMaxLength(24);
    Arbitrary<String> named =
        Arbitraries.of(
            HEADER,
            "",
            "   ",
            ",,,,",
            "Total,,,12,",
            "7,2024-01-31,A,1,Screw 3\" long",
            "8,2024-01-31,A,1,\"Screw 3\" long\"",
            "9,2024-01-31,A,1,\"never closed",
            "10,2024-01-31,A,1,\"two\nlines\"",
            "11,2024-01-31,A,1,\"line\r\nline\n\nline\"",
            "\"12\n\",2024-01-31,A,1,x",
            "13,2024-01-31,A,1",
            "14,2024-01-31,A",
            "15,2024-01-31,A,1,x,,,",
            "16,2024-01-31,A,1,x,y",
            "sep=,");
    return Arbitraries.frequencyOf(Tuple.of(4, good), Tuple.of(3, named), Tuple.of(2, nasty))
        .list()
        .ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<String>> ends() {
    return Arbitraries.of("\n", "\r\n", "\r").list().ofSize(45);
  }

  @Property(tries = 200)
  void theClassesAddUpToThePhysicalLines(
      @ForAll("lines") List<String> lines, @ForAll("ends") List<String> ends) throws IOException {
    StringBuilder text = new StringBuilder("Sales of the month\n\n" + HEADER + "\n");
    text.append("1,2024-01-31,A,1,nut\n");
    for (int i = 0; i < lines.size(); i++) {
      text.append(lines.get(i)).append(i + 1 < lines.size() ? ends.get(i) : "");
    }
    Path file = Files.createTempFile("lines", ".csv");
    Path bad = Files.createTempFile("bad", ".csv");
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
      check(text.toString(), FileRequest.orderLines(file), bad);
    } finally {
      Files.delete(file);
      Files.delete(bad);
    }
  }

  private static void check(String text, FileRequest request, Path bad) {
    FileInspection inspection;
    try {
      inspection = INTAKE.inspect(request);
    } catch (UnusableFile e) {
      assertThat(e).as(text).hasMessageNotContaining("add up");
      return;
    }
    long physical = physical(text);
    assertThat(inspection.lines().physical()).as(text).isEqualTo(physical);
    if (inspection.questions().isEmpty()) {
      FileAccount account = INTAKE.check(request, bad).account();
      LineCounts counts = account.lines();
      assertThat(counts.physical()).isEqualTo(physical);
      assertThat(counts.of(LineClass.DATA)).isZero();
      assertThat(counts.of(LineClass.LOADED) + counts.of(LineClass.QUARANTINED))
          .isEqualTo(inspection.lines().of(LineClass.DATA));
      assertThat(counts.of(LineClass.LOADED)).isGreaterThanOrEqualTo(account.loaded());
    }
  }

  /** Counts the lines of a text as a program that knows nothing of records. */
  private static long physical(String text) {
    String ended = text.replace("\r\n", "\n").replace('\r', '\n');
    long ends = ended.chars().filter(c -> c == '\n').count();
    return ended.endsWith("\n") ? ends : ends + 1;
  }

  @Property(tries = 200)
  void noWholeLineIsEverSwallowed(@ForAll("lines") List<String> lines) throws IOException {
    StringBuilder text = new StringBuilder(HEADER + "\n");
    long sure = 0;
    for (int i = 0; i < lines.size(); i++) {
      text.append(lines.get(i)).append('\n');
      text.append("S").append(i).append(",2024-02-01,B,1,sure\n");
      sure++;
    }
    Path file = Files.createTempFile("lines", ".csv");
    Path bad = Files.createTempFile("bad", ".csv");
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
      FileInspection inspection = INTAKE.inspect(FileRequest.orderLines(file));
      if (sure > 0 && inspection.questions().isEmpty()) {
        FileAccount account = INTAKE.check(FileRequest.orderLines(file), bad).account();
        assertThat(account.loaded()).as(text.toString()).isGreaterThanOrEqualTo(sure);
      }
    } finally {
      Files.delete(file);
      Files.delete(bad);
    }
  }
}
