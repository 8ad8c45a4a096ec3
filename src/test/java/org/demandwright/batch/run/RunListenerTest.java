package org.demandwright.batch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demandwright.app.English.english;

import java.sql.SQLException;
import org.demandwright.app.run.JobFailure;
import org.demandwright.core.Words;
import org.demandwright.erp.UnusableErp;
import org.junit.jupiter.api.Test;

class RunListenerTest {
  @Test
  void a_sentence_for_administrators_is_kept() {
    assertThat(words(new JobFailure("Mend the view."))).isEqualTo("Mend the view.");
    assertThat(words(new UnusableErp("The ERP's view dw_item could not be read: x.")))
        .isEqualTo("The ERP's view dw_item could not be read: x.");
  }

  @Test
  void words_for_administrators_are_kept_as_words() {
    Words words = Words.of("run.no-calendar", "no holidays are known for QQ");
    JobFailure failure = new JobFailure(words);
    assertThat(RunListener.words(new RuntimeException(failure))).isEqualTo(words);
    assertThat(failure).hasMessageEndingWith("dw.calendar.sites: no holidays are known for QQ");
  }

  @Test
  void what_others_say_is_cut_and_can_still_be_read_back() {
    Words words = RunListener.words(new IllegalStateException("x'".repeat(9_000)));
    assertThat(Words.parse(words.text())).isEqualTo(words);
    assertThat(english(words)).hasSizeBetween(2_000, 2_300).contains("…). What is published");
  }

  @Test
  void what_a_database_said_becomes_one() {
    assertThat(words(new SQLException("ERROR: division by zero", "22012")))
        .startsWith("A database failed: division by zero; a row makes the view divide by zero")
        .endsWith("Then restart this run");
  }

  @Test
  void a_fault_of_the_program_is_told_without_the_name_of_its_class() {
    assertThat(words(new IllegalStateException("no such step")))
        .startsWith("Something went wrong that should not (no such step).")
        .doesNotContain("Exception");
  }

  private static String words(Exception cause) {
    return english(RunListener.words(new RuntimeException("outer", cause)));
  }
}
