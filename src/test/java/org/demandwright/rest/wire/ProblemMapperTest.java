package org.demandwright.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.SystemException;
import jakarta.ws.rs.ProcessingException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Arrays;
import org.demandwright.app.Refused;
import org.demandwright.app.Unavailable;
import org.demandwright.erp.UnreachableErp;
import org.demandwright.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemMapperTest {
  @ParameterizedTest
  @CsvSource({
    "INVALID,400",
    "FORBIDDEN,403",
    "NOT_FOUND,404",
    "CONFLICT,409",
    "GONE,410",
    "STALE,412",
    "TOO_LARGE,413",
    "UNAVAILABLE,503"
  })
  void a_refusal_tells_its_own_words(Refused.Kind kind, int status) {
    Problem problem = ProblemMapper.problemOf(new Refused(kind, "Run 7 is under way."));
    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.detail()).isEqualTo("Run 7 is under way.");
    assertThat(problem.toJson("/x")).contains("\"type\":\"" + problem.type().uri() + "\"");
  }

  @Test
  void every_kind_has_a_status_of_its_own() {
    assertThat(
            Arrays.stream(Refused.Kind.values()).map(k -> Problem.of(new Refused(k, "")).status()))
        .doesNotHaveDuplicates();
  }

  @Test
  void a_store_that_is_down_is_not_the_programs_failure() {
    Problem problem =
        ProblemMapper.problemOf(
            new IllegalStateException(
                StoreException.unreachable(new SQLException("Error in allocating a connection"))));
    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.detail()).isEqualTo(StoreException.AWAY);
    assertThat(problem.retryAfter()).isEqualTo(Unavailable.SOON);
    assertThat(problem.errorId()).isEmpty();
  }

  @Test
  void a_full_disk_is_told_and_waiting_does_not_help() {
    Problem problem =
        ProblemMapper.problemOf(
            new IllegalStateException(new SQLException("no space left on device", "53100")));
    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.detail()).isEqualTo(StoreException.FULL);
    assertThat(problem.retryAfter()).isZero();
  }

  @Test
  void a_commit_that_the_store_could_not_make_is_not_the_programs_failure() {
    Problem problem = ProblemMapper.problemOf(new IllegalStateException(new SystemException("x")));
    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.detail()).isEqualTo(StoreException.AWAY);
  }

  @Test
  void an_erp_that_is_down_or_not_readable_tells_its_own_words() {
    Problem down =
        ProblemMapper.problemOf(
            new UnreachableErp("The ERP is down.", new SQLException(new ConnectException("x"))));
    assertThat(down.status()).isEqualTo(503);
    assertThat(down.detail()).isEqualTo("The ERP is down.");
    assertThat(down.retryAfter()).isEqualTo(Unavailable.SOON);

    Problem unreadable =
        ProblemMapper.problemOf(
            new UnreachableErp("No view dw_item.", new SQLException("no table", "42P01")));
    assertThat(unreadable.status()).isEqualTo(503);
    assertThat(unreadable.retryAfter()).as("somebody has to mend it").isZero();
  }

  @Test
  void a_statement_that_was_refused_is_our_failure() {
    SQLException wrong = new SQLException("column x is unknown", "42703");
    assertThat(ProblemMapper.problemOf(StoreException.of(wrong)).status()).isEqualTo(500);
  }

  @Test
  void a_bad_parameter_is_named() {
    Problem problem = ProblemMapper.problemOf(new BadParameter("limit", "Too many", "1 to 1000"));
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.toJson("/x"))
        .contains("\"type\":\"/problems/invalid-parameter\"", "\"parameter\":\"limit\"");
    assertThat(problem.detail()).isEqualTo("Too many; allowed: 1 to 1000");
  }

  @Test
  void a_member_of_a_body_is_named_however_deep_the_server_wraps_it() {
    Problem problem =
        ProblemMapper.problemOf(
            new ProcessingException(new BadBody("#/firstDay", "Member firstDay is missing", "{}")));
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.toJson("/x")).contains("\"pointer\":\"#/firstDay\"", "send {}.");
    assertThat(Problem.of(Refused.because("day", "No day.")).toJson("/x"))
        .contains("\"pointer\":\"#/day\"", "\"type\":\"/problems/invalid-body\"");
  }

  @Test
  void an_error_of_ours_tells_an_id_and_nothing_else() {
    Problem problem = ProblemMapper.problemOf(new IllegalStateException("password is hunter2"));
    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.errorId()).isPresent();
    assertThat(problem.detail()).doesNotContain("hunter2");
  }
}
