package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.File;
import java.net.URISyntaxException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.demandwright.app.Refused;
import org.demandwright.app.Wordbook;
import org.demandwright.app.forecast.ForecastQueries;
import org.demandwright.app.forecast.VersionRecord;
import org.demandwright.app.run.JobControl;
import org.demandwright.app.run.JobRun;
import org.demandwright.core.demand.DataScope;
import org.demandwright.demo.DemoErp;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.store.run.RunStatus;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The jobs inside the container, started by the use case that both doors call. */
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(OrderAnnotation.class)
class JobsArquillianIT {
  private static final Map<String, String> MONTHS =
      Map.of("bucket", "MONTH", "horizon", "2", "partitions", "2");

  @Inject private JobControl jobs;
  @Inject private ForecastQueries forecasts;

  @Deployment
  static WebArchive war() throws URISyntaxException {
    return ShrinkWrap.create(ZipImporter.class, "demandwright-it.war")
        .importFrom(new File(System.getProperty("demandwright.war")))
        .as(WebArchive.class)
        .addClass(JobsArquillianIT.class)
        .addAsLibraries(
            new File(Assertions.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
  }

  @Test
  @Order(1)
  void the_three_jobs_one_by_one_publish_a_version() throws Exception {
    try (Connection erp =
        DriverManager.getConnection("jdbc:h2:mem:erp;DB_CLOSE_DELAY=-1", "sa", "sa")) {
      new DemoErp(DemoSize.small()).load(erp);
    }
    assertThat(forecasts.published(DataScope.unrestricted(), Optional.empty())).isEmpty();

    run("import-sales", Map.of());
    run("train-models", MONTHS);
    assertThat(forecasts.published(DataScope.unrestricted(), Optional.empty()))
        .as("before publish-forecasts")
        .isEmpty();
    run("publish-forecasts", Map.of());

    assertThat(forecasts.published(DataScope.unrestricted(), Optional.empty()))
        .hasValueSatisfying(v -> assertThat(v.series()).isEqualTo(24));
  }

  @Test
  @Order(2)
  void the_nightly_job_with_a_contest_does_the_same_at_once() throws Exception {
    VersionRecord before =
        forecasts.published(DataScope.unrestricted(), Optional.empty()).orElseThrow();
    Map<String, String> contest = new HashMap<>(MONTHS);
    contest.put("contestEvery", "0");

    run("nightly", contest);

    VersionRecord after =
        forecasts.published(DataScope.unrestricted(), Optional.empty()).orElseThrow();
    assertThat(after.versionId()).isGreaterThan(before.versionId());
    assertThat(after.contentHash()).isEqualTo(before.contentHash());
  }

  @Test
  @Order(3)
  void one_run_at_a_time() throws Exception {
    JobRun running = jobs.start("nightly", MONTHS, "test");
    assertThatThrownBy(() -> jobs.start("import-sales", Map.of(), "test"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("Execution " + running.executionId());
    assertThat(awaitEnd(running).status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  @Order(4)
  void a_run_that_is_stopped_goes_on_when_it_is_restarted() throws Exception {
    JobRun running = jobs.start("nightly", MONTHS, "test");
    jobs.stop(running.executionId());
    JobRun stopped = awaitEnd(running);
    assertThat(stopped.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(stopped.restartable()).isTrue();

    // at once, over and over: a run that is stopped before it begins must not keep the lease
    for (int i = 0; i < 5; i++) {
      JobRun again = jobs.restart(stopped.executionId());
      jobs.stop(again.executionId());
      stopped = awaitEnd(again);
      assertThat(stopped.status()).isEqualTo(RunStatus.STOPPED);
    }
    JobRun resumed = awaitEnd(jobs.restart(stopped.executionId()));

    assertThat(resumed.status())
        .as(resumed.message(Wordbook.english()))
        .isEqualTo(RunStatus.COMPLETED);
    assertThat(resumed.instanceId()).isEqualTo(running.instanceId());
  }

  private void run(String job, Map<String, String> parameters) throws InterruptedException {
    JobRun run = awaitEnd(jobs.start(job, parameters, "test"));
    assertThat(run.status()).as(run.message(Wordbook.english())).isEqualTo(RunStatus.COMPLETED);
  }

  private JobRun awaitEnd(JobRun run) throws InterruptedException {
    JobRun now = run;
    for (int i = 0; i < 1_200 && !now.ended(); i++) {
      Thread.sleep(200);
      now = jobs.find(run.executionId()).orElseThrow();
    }
    return now;
  }
}
