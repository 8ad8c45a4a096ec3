package org.demandwright.file.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.app.English.english;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.demandwright.file.FileCheck;
import org.demandwright.file.FileIntake;
import org.demandwright.file.FileKind;
import org.demandwright.file.FileRequest;
import org.demandwright.file.FormatWishes;
import org.demandwright.file.RowError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dry run says of the dates of a file. */
class FileDatesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  @TempDir Path folder;

  private FileCheck check(StringBuilder rows) throws IOException {
    Path file = folder.resolve("orders.csv");
    Files.writeString(file, "document_no,line_no,order_date,item_id,quantity\n" + rows);
    return FileIntake.find()
        .check(
            new FileRequest(
                file,
                "orders.csv",
                FileKind.ORDER_LINES,
                FormatWishes.none(),
                Map.of(),
                List.of(),
                ZoneId.of("UTC"),
                TODAY),
            folder.resolve("bad.csv"));
  }

  private static StringBuilder weekdaysOfAYear() {
    StringBuilder rows = new StringBuilder();
    LocalDate day = LocalDate.of(2023, 7, 3);
    for (; day.isBefore(LocalDate.of(2024, 6, 29)); day = day.plusDays(1)) {
      if (day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()) {
        rows.append("D%s,1,%s,TEA,5\n".formatted(day, day));
      }
    }
    return rows;
  }

  @Test
  void namesTheLineTheValueAndTheReason() throws IOException {
    StringBuilder rows = weekdaysOfAYear();
    long lines = rows.chars().filter(c -> c == '\n').count();
    FileCheck check = check(rows.append("X1,1,2204-06-27,TEA,5\nX2,1,2026-06-27,TEA,5\n"));
    assertThat(check.refused()).containsEntry("IMPLAUSIBLE_DATE", 2L);
    assertThat(check.errors()).extracting(RowError::lineNo).containsExactly(lines + 3, lines + 2);
    assertThat(english(check.errors().get(0).wrong()))
        .contains("2026-06-27", "silence", "2024-06-28");
    assertThat(english(check.errors().get(1).wrong())).contains("2204-06-27", "after today");
    assertThat(check.remarks()).isEmpty();
  }

  @Test
  void saysThatLinesLookLikeTotals() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int month = 1; month <= 6; month++) {
      rows.append("M%d,1,2024-%02d-15,TEA,%d\n".formatted(month, month, 90 + 10 * month));
    }
    FileCheck check = check(rows);
    assertThat(check.refused()).isEmpty();
    assertThat(check.remarks())
        .singleElement()
        .asString()
        .contains("looks like monthly totals", "2024-06-30");
  }
}
