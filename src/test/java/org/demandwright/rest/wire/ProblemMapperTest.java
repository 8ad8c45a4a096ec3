package org.demandwright.rest.wire;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonException;
import jakarta.ws.rs.ProcessingException;
import org.demandwright.app.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemMapperTest {
  @ParameterizedTest
  @CsvSource({"INVALID,400", "NOT_FOUND,404", "CONFLICT,409"})
  void a_refusal_tells_its_own_words(Refused.Kind kind, int status) {
    Problem problem = ProblemMapper.problemOf(new Refused(kind, "Run 7 is under way."));
    assertThat(problem).isEqualTo(Problem.of(status, "Run 7 is under way."));
  }

  @Test
  void a_bad_parameter_is_named() {
    Problem problem = ProblemMapper.problemOf(new BadParameter("limit", "Too many", "1 to 1000"));
    assertThat(problem.status()).isEqualTo(400);
    assertThat(problem.parameter()).contains("limit");
    assertThat(problem.detail()).isEqualTo("Too many; allowed: 1 to 1000");
  }

  @Test
  void a_body_that_is_no_json_is_the_callers_fault() {
    assertThat(ProblemMapper.problemOf(new JsonException("x")).status()).isEqualTo(400);
    assertThat(ProblemMapper.problemOf(new ProcessingException(new JsonException("x"))).status())
        .isEqualTo(400);
  }

  @Test
  void an_error_of_ours_tells_an_id_and_nothing_else() {
    Problem problem = ProblemMapper.problemOf(new IllegalStateException("password is hunter2"));
    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.errorId()).isPresent();
    assertThat(problem.detail()).doesNotContain("hunter2");
  }
}
