package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.demandwright.app.forecast.EnglishContents;
import org.demandwright.server.Installation.Engine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A run that an earlier build left midway (see {@code stopped-runs/SOURCES.md}): its checkpoints
 * are objects that classes of that build wrote. The present build goes on from them and publishes
 * what that build published of the same run.
 */
class StoppedRunServerIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final boolean LONG = Boolean.getBoolean("long.tests");
  private static final String ON_ONE =
      "runs on one database alone to keep verify short; ./mvnw verify -Plong runs it on both";
  private static final KeptDatabases KEPT = new KeptDatabases("stopped-runs");
  private static final Map<Engine, String> PASSWORD =
      Map.of(Engine.H2, "hytqGLpaCrBkg3SsFRKJFcJj", Engine.POSTGRESQL, "76RAif38agRm79VcSWvRKsyF");

  /** What the earlier build published in the end of the first night and of the second. */
  private static final String FIRST =
      "f1aeca13c6d55d21d7edf4930ef5462dfffac10d71fd7480f69e29cc9ca8defd";

  private static final String SECOND =
      "1477aca3fe063fde86598145098642b1f3295551601d5f87f692a1b8bd4e63f8";

  private static H2OverTcp h2;

  private TestDatabase store;

  @AfterAll
  static void stop() {
    if (h2 != null) {
      h2.close();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"H2", "POSTGRESQL"})
  void a_run_killed_while_importing_goes_on_by_itself(Engine engine) throws Exception {
    assumeTrue(engine == Engine.POSTGRESQL || LONG, ON_ONE);
    try (PayaraServer server = opened(engine, "importing")) {
      ServerClient client = client(server, engine);
      JsonPath resumed = client.awaitResumed(1, LIMIT);

      assertThat(resumed.getString("status")).as(resumed.prettify()).isEqualTo("COMPLETED");
      assertThat(resumed.getList("steps.name", String.class))
          .as("what was done is not done again; steps that the earlier build did not know are")
          .contains("import-lines")
          .doesNotContain("check-source", "import-master-data", "prepare-import");
      assertThat(toldInEnglish(client.latestVersion())).isEqualTo(FIRST);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Engine.class,
      names = {"H2", "POSTGRESQL"})
  void a_run_stopped_in_its_contest_goes_on_when_told_to(Engine engine) throws Exception {
    assumeTrue(engine == Engine.H2 || LONG, ON_ONE);
    try (PayaraServer server = opened(engine, "contesting")) {
      ServerClient client = client(server, engine);
      JsonPath published = client.version(client.publishedVersion());
      assertThat(published.getString("contentHash")).isEqualTo(FIRST);
      long stopped = client.newestExecution().getLong("executionId");
      assertThat(client.execution(stopped).getString("status")).isEqualTo("STOPPED");

      Response restart = client.post("job-executions/" + stopped + "/restart");
      assertThat(restart.statusCode()).as(restart.asString()).isEqualTo(202);
      JsonPath resumed = client.awaitResumed(stopped, LIMIT);

      assertThat(resumed.getString("status")).as(resumed.prettify()).isEqualTo("COMPLETED");
      assertThat(resumed.getList("steps.name", String.class))
          .as("what was done is not done again; steps that the earlier build did not know are")
          .contains("contest-series")
          .doesNotContain("import-lines", "inspect-demand", "snapshot-series", "train-global");
      assertThat(toldInEnglish(client.latestVersion())).isEqualTo(SECOND);
    }
  }

  private PayaraServer opened(Engine engine, String kept) throws Exception {
    PayaraServer server = PayaraServer.in(PayaraServer.freshFolder("stopped-" + engine));
    TestDatabase erp = empty(engine, kept + "_erp");
    store = empty(engine, kept + "_store");
    KEPT.restore("erp", erp);
    KEPT.restore(kept, store);
    TestDatabase reader =
        engine == Engine.H2
            ? erp.as("erp_reader_1", "erp_reader_1")
            : TestErp.withReader(erp, "stopped_reader").reader();
    reader.connect(server, "erp");
    store.connect(server, "store");
    Files.createDirectories(server.data());
    Files.writeString(server.data().resolve("admin.password"), PASSWORD.get(engine));
    return server.start();
  }

  private static TestDatabase empty(Engine engine, String name) throws Exception {
    if (engine != Engine.H2) {
      return SharedPostgres.create(name);
    }
    if (h2 == null) {
      h2 = new H2OverTcp(PayaraServer.freshFolder("stopped-databases"));
    }
    return h2.database(name);
  }

  /** Since that build reasons are hashed as words; what they say must be the same, row by row. */
  private String toldInEnglish(JsonPath version) {
    return EnglishContents.hash(store.dataSource(), version.getLong("versionId"));
  }

  private static ServerClient client(PayaraServer server, Engine engine) {
    return new ServerClient(server.url("/").toString(), "admin", PASSWORD.get(engine));
  }
}
