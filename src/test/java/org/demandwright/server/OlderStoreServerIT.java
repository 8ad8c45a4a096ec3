package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demandwright.demo.generate.NextDay;
import org.demandwright.server.Installation.Engine;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A store that an older release wrote, and the ERP that it read (see {@code
 * older-store/SOURCES.md}): it opens, what it published stays as it was, what people entered is
 * there, and the next night ends as if everything had been read anew.
 */
@ParameterizedClass
@MethodSource("org.demandwright.server.Engines#h2")
@TestMethodOrder(OrderAnnotation.class)
class OlderStoreServerIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final LocalDate NEXT_DAY = LocalDate.of(2026, 1, 1);
  private static final String HASH =
      "e4e1651127fbfa79b48ff2b7df35d2bca0d2b33961dfe85faebb8c70fcf0bb1f";
  private static final int FIRST_FIGURE = 12;
  private static final int LAST_FIGURE = 19;
  private static final Map<Engine, String> PASSWORD =
      Map.of(Engine.H2, "g4nBsDPaSkSFHnbpp29VvAyU", Engine.POSTGRESQL, "dZZvBeK2EgNMGmgqWjjRUBAU");
  private static final Map<String, String> CORRECTION =
      Map.of(
          "kind", "MANUAL",
          "firstDay", "2025-11-03",
          "lastDay", "2025-11-05",
          "replacement", "2",
          "reason", "A stocktaking order");
  private static final Map<String, Object> EVENT =
      Map.of(
          "name", "Open day",
          "firstDay", "2026-01-10",
          "lastDay", "2026-01-11",
          "yearly", true);

  private static final KeptDatabases KEPT = new KeptDatabases("older-store");

  private static H2OverTcp h2;
  private static TestDatabase erp;
  private static TestDatabase reader;
  private static TestDatabase store;
  private static PayaraServer server;
  private static ServerClient client;

  @Parameter Engine engine;

  @BeforeParameterizedClassInvocation
  static void start(Engine engine) throws Exception {
    server = PayaraServer.in(PayaraServer.freshFolder("older-store-" + engine));
    h2 = new H2OverTcp(PayaraServer.freshFolder("older-databases"));
    erp = empty(engine, "older_erp");
    store = empty(engine, "older_store");
    KEPT.restore("erp", erp);
    KEPT.restore("store", store);
    reader =
        engine == Engine.H2
            ? erp.as("erp_reader_1", "erp_reader_1")
            : TestErp.withReader(erp, "older_reader").reader();
    reader.connect(server, "erp");
    store.connect(server, "store");
    Files.createDirectories(server.data());
    Files.writeString(server.data().resolve("admin.password"), PASSWORD.get(engine));
    client = server.start().client();
  }

  @AfterParameterizedClassInvocation
  static void stop() throws Exception {
    server.close();
    h2.close();
  }

  @Test
  @Order(1)
  void what_it_published_is_unchanged() throws Exception {
    JsonPath version = client.latestVersion();
    assertThat(version.getString("status")).isEqualTo("PUBLISHED");
    assertThat(version.getBoolean("current")).isTrue();
    assertThat(version.getString("contentHash")).isEqualTo(HASH);

    String now = client.getCsv("forecasts?include=notRecommended").asString();
    List<String> then = publishedThen().lines().toList();
    List<String> rows = columns(now, heading(publishedThen()));
    assertThat(rows).hasSameSizeAs(then);
    for (int i = 0; i < rows.size(); i++) {
      String[] cells = rows.get(i).split(",", -1);
      String[] cellsThen = then.get(i).split(",", -1);
      for (int c = 0; c < cells.length; c++) {
        if (i > 0 && c >= FIRST_FIGURE && c <= LAST_FIGURE) {
          // three decimals then, six now
          assertThat(Double.parseDouble(cells[c]))
              .isCloseTo(Double.parseDouble(cellsThen[c]), within(0.0005001));
        } else {
          assertThat(cells[c]).isEqualTo(cellsThen[c]);
        }
      }
    }
  }

  @Test
  @Order(1)
  void what_people_entered_is_there() {
    JsonPath events = client.get("events").jsonPath();
    assertThat(events.getList("rows.name")).contains(EVENT.get("name"));
    JsonPath corrections = client.get("data-quality/corrections").jsonPath();
    assertThat(corrections.getList("rows.reason")).containsExactly(CORRECTION.get("reason"));
    assertThat(corrections.getList("rows.unitsBefore", String.class)).containsExactly("6");
    assertThat(corrections.getList("rows.unitsAfter", String.class)).containsExactly("2");
  }

  @Test
  @Order(2)
  void the_next_night_equals_a_rebuild() throws Exception {
    try (Connection connection = erp.open()) {
      new NextDay(connection, NEXT_DAY).live();
    }
    client.complete("nightly", Map.of(), LIMIT);
    String hash = client.latestVersion().getString("contentHash");
    assertThat(hash).isNotEqualTo(HASH);

    TestDatabase other = empty(engine, "rebuilt_store");
    try (PayaraServer rebuilt = PayaraServer.in(PayaraServer.freshFolder("rebuilt-" + engine))) {
      reader.connect(rebuilt, "erp");
      other.connect(rebuilt, "store");
      ServerClient anew = rebuilt.start().client();
      anew.complete("import-sales", Map.of(), LIMIT);
      enter(anew, client);
      anew.complete("nightly", Map.of(), LIMIT);
      assertThat(StoreRows.of(store).lines()).isEqualTo(StoreRows.of(other).lines());
      assertThat(StoreRows.of(store).quarantine()).isEqualTo(StoreRows.of(other).quarantine());
      assertThat(anew.latestVersion().getString("contentHash")).isEqualTo(hash);
    }
  }

  /** Enters in another store what people entered in this one. */
  private static void enter(ServerClient anew, ServerClient from) {
    JsonPath corrected = from.get("data-quality/corrections").jsonPath();
    JsonPath series = anew.get("series?limit=1000").jsonPath();
    long id =
        series.getLong(
            "rows.find { it.item == '%s' && it.site == '%s' }.seriesId"
                .formatted(
                    corrected.getString("rows[0].item"), corrected.getString("rows[0].site")));
    Map<String, Object> correction = new HashMap<>(CORRECTION);
    correction.put("seriesId", id);
    assertThat(anew.post("data-quality/corrections", correction).statusCode()).isEqualTo(201);
    assertThat(anew.post("events", EVENT).statusCode()).isEqualTo(201);
  }

  private static TestDatabase empty(Engine engine, String name) throws SQLException {
    return engine == Engine.H2 ? h2.database(name) : SharedPostgres.create(name);
  }

  private static String publishedThen() throws IOException {
    return KEPT.text("forecasts.csv.gz");
  }

  private static List<String> heading(String csv) {
    return List.of(csv.lines().findFirst().orElseThrow().split(","));
  }

  /** Returns these columns of a table, none of whose cells before them holds a comma. */
  private static List<String> columns(String csv, List<String> wanted) {
    List<String> all = heading(csv);
    List<String> rows = new ArrayList<>();
    for (String line : csv.lines().toList()) {
      String[] cells = line.split(",", -1);
      rows.add(
          String.join(",", wanted.stream().map(column -> cells[all.indexOf(column)]).toList()));
    }
    return rows;
  }
}
