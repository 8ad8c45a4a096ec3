package org.demandwright.batch.jberet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.batch.operations.BatchRuntimeException;
import java.sql.SQLException;
import java.util.concurrent.RejectedExecutionException;
import org.demandwright.app.Refused;
import org.demandwright.store.StoreException;
import org.junit.jupiter.api.Test;

class JBeretLauncherTest {
  @Test
  void a_batch_runtime_that_is_shut_down_takes_no_runs_just_now() {
    Refused refused = JBeretLauncher.unavailable(new RejectedExecutionException("x")).orElseThrow();
    assertThat(refused.kind()).isEqualTo(Refused.Kind.UNAVAILABLE);
    assertThat(refused).hasMessageContaining("start the run again");
    assertThat(refused.retryAfter()).isPositive();
  }

  @Test
  void a_repository_that_cannot_be_reached_is_the_store_that_is_down() {
    BatchRuntimeException down =
        new BatchRuntimeException("repository", new SQLException("broken", "08006"));
    assertThat(JBeretLauncher.unavailable(down).orElseThrow()).hasMessage(StoreException.AWAY);
  }

  @Test
  void a_run_that_cannot_be_restarted_is_no_failure_of_the_server() {
    assertThat(JBeretLauncher.unavailable(new BatchRuntimeException("is COMPLETED"))).isEmpty();
  }
}
