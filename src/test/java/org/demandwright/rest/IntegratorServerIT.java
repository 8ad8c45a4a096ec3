package org.demandwright.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demandwright.client.ApiClient;
import org.demandwright.client.ApiException;
import org.demandwright.client.api.ApiClientsApi;
import org.demandwright.client.api.EventsApi;
import org.demandwright.client.api.ForecastsApi;
import org.demandwright.client.api.ForecastsApi.APIListForecastsRequest;
import org.demandwright.client.api.ForecastsApi.APIListLeadTimeDemandRequest;
import org.demandwright.client.api.MasterDataApi;
import org.demandwright.client.model.ClientRequest;
import org.demandwright.client.model.EventRequest;
import org.demandwright.client.model.Forecast;
import org.demandwright.client.model.Item;
import org.demandwright.client.model.LeadTime;
import org.demandwright.client.model.ListForecastsPage;
import org.demandwright.client.model.NewSecret;
import org.demandwright.client.model.SecretRequest;
import org.demandwright.demo.generate.DemoSize;
import org.demandwright.server.Installation;
import org.demandwright.server.Installation.Engine;
import org.demandwright.server.ServerClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * As integrators meet the API: with a client that was generated from its description, and with the
 * commands of the pages, word by word.
 */
@TestMethodOrder(OrderAnnotation.class)
class IntegratorServerIT {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final DemoSize SIZE =
      new DemoSize(20, 2, 400, 6_000, LocalDate.of(2025, 12, 31), 11L);
  private static final Pattern BLOCK = Pattern.compile("```(?:sh)?\\n(.*?)```", Pattern.DOTALL);
  private static final int PAGE = 100;

  private static Installation installation;
  private static ServerClient admin;
  private static String secret;

  @BeforeAll
  static void start() throws Exception {
    installation = Installation.of(Engine.H2, "integrator", SIZE);
    admin = installation.server().start().client();
    night(SIZE.lastDay());
    night(SIZE.lastDay().plusDays(1));
  }

  @AfterAll
  static void stop() throws Exception {
    installation.close();
  }

  private static void night(LocalDate asOf) throws InterruptedException {
    admin.complete(
        "nightly", Map.of("asOf", asOf.toString(), "contestEvery", "0", "origins", "1"), LIMIT);
  }

  private static ApiClient client() {
    ApiClient client = new ApiClient();
    client.updateBaseUri(admin.base() + "api/v1");
    return client;
  }

  private static ApiClient asAdmin() {
    String login = admin.user() + ":" + admin.password();
    String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    return client().setRequestInterceptor(r -> r.header("Authorization", "Basic " + basic));
  }

  private static ApiClient asProcurement() {
    return client().setRequestInterceptor(r -> r.header("Authorization", "Bearer " + secret));
  }

  @Test
  @Order(1)
  void an_administrator_makes_a_client_for_procurement() throws Exception {
    ApiClientsApi clients = new ApiClientsApi(asAdmin());
    var made =
        clients.createApiClient(
            ApiClientsApi.APICreateApiClientRequest.newBuilder()
                .clientRequest(new ClientRequest().name("procurement").roles(List.of("API")))
                .build());
    assertThat(made.getName()).isEqualTo("procurement");
    NewSecret told =
        clients.createSecret(
            ApiClientsApi.APICreateSecretRequest.newBuilder()
                .name("procurement")
                .secretRequest(
                    new SecretRequest().expiresAt(OffsetDateTime.now(ZoneOffset.UTC).plusDays(30)))
                .build());
    secret = told.getSecret();
  }

  @Test
  @Order(2)
  void procurement_reads_all_forecasts_page_by_page() throws Exception {
    ForecastsApi forecasts = new ForecastsApi(asProcurement());
    Set<String> ids = new HashSet<>();
    BigDecimal sum = BigDecimal.ZERO;
    ListForecastsPage page = forecasts.listForecasts(page(null));
    while (true) {
      for (Forecast row : page.getRows()) {
        assertThat(ids.add(row.getId())).as("read twice: %s", row.getId()).isTrue();
        if (row.getFinal() != null) {
          sum = sum.add(new BigDecimal(row.getFinal()));
        }
      }
      if (page.getNext() == null) {
        break;
      }
      page = forecasts.listForecasts(page(page.getNext()));
    }
    assertThat(ids).hasSizeGreaterThan(PAGE);
    assertThat(sum).isPositive().isEqualByComparingTo(finals());
  }

  /**
   * Returns the sum of the final figures as the CSV has them: series planned otherwise have none.
   */
  private static BigDecimal finals() {
    List<String> lines = admin.getCsv("forecasts?csv=raw").asString().lines().toList();
    int column = List.of(lines.get(0).split(",", -1)).indexOf("final");
    return lines.stream()
        .skip(1)
        .map(line -> line.split(",", -1)[column])
        .filter(value -> !value.isEmpty())
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static APIListForecastsRequest page(String cursor) {
    return APIListForecastsRequest.newBuilder().limit(PAGE).cursor(cursor).build();
  }

  @Test
  @Order(3)
  void it_asks_how_much_covers_a_lead_time() throws Exception {
    Item item =
        new MasterDataApi(asProcurement())
            .listItems(MasterDataApi.APIListItemsRequest.newBuilder().limit(1).build())
            .getRows()
            .get(0);
    ForecastsApi forecasts = new ForecastsApi(asProcurement());
    List<LeadTime> usual = forecasts.listLeadTimeDemand(leadTime(item, "0.5")).getRows();
    List<LeadTime> safe = forecasts.listLeadTimeDemand(leadTime(item, "0.95")).getRows();
    assertThat(usual).isNotEmpty().hasSameSizeAs(safe);
    for (int i = 0; i < usual.size(); i++) {
      assertThat(safe.get(i).getUom()).isEqualTo(item.getUom());
      assertThat(new BigDecimal(safe.get(i).getQuantity()))
          .isGreaterThanOrEqualTo(new BigDecimal(usual.get(i).getQuantity()));
    }
  }

  private static APIListLeadTimeDemandRequest leadTime(Item item, String level) {
    return APIListLeadTimeDemandRequest.newBuilder()
        .item(item.getItem())
        .days(10)
        .serviceLevel(level)
        .build();
  }

  @Test
  @Order(4)
  void what_it_may_not_do_is_told_with_a_type() {
    EventRequest event = new EventRequest().name("Fair").firstDay(LocalDate.of(2026, 5, 1));
    assertThatThrownBy(
            () ->
                new EventsApi(asProcurement())
                    .createEvent(
                        EventsApi.APICreateEventRequest.newBuilder().eventRequest(event).build()))
        .isInstanceOfSatisfying(
            ApiException.class,
            refused -> {
              assertThat(refused.getCode()).isEqualTo(403);
              assertThat(refused.getResponseBody()).contains("/problems/forbidden");
            });
  }

  @ParameterizedTest
  @Order(5)
  @ValueSource(strings = {"src/site/markdown/api.md", "README.md"}) // the latter rolls back
  void the_commands_of_the_pages_run_as_they_stand(String page, @TempDir Path folder)
      throws Exception {
    List<String> blocks = commands(Files.readString(Path.of(page)));
    assertThat(blocks).isNotEmpty();
    Path demo = Files.createDirectories(folder.resolve("target/demo"));
    Files.writeString(demo.resolve("admin.password"), admin.password());
    // The pages say localhost:8080, and a command that is refused fails.
    String port = admin.base().replaceAll(".*:(\\d+)/", "$1");
    Files.writeString(
        folder.resolve(".curlrc"),
        "fail\nconnect-to = \"localhost:8080:127.0.0.1:" + port + "\"\n");
    Path script = folder.resolve("commands.sh");
    Files.writeString(script, "set -euxo pipefail\n" + String.join("\n", blocks));

    String said = run(folder, script);

    assertThat(said).contains("\"rows\":[{").doesNotContain("/problems/");
  }

  /** Returns the blocks that hold a command of curl. */
  private static List<String> commands(String page) {
    List<String> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      if (block.group(1).contains("curl ")) {
        blocks.add(block.group(1));
      }
    }
    return blocks;
  }

  private static String run(Path folder, Path script) throws IOException, InterruptedException {
    Path log = folder.resolve("said.txt");
    ProcessBuilder bash = new ProcessBuilder("bash", script.toString());
    bash.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    bash.environment().put("CURL_HOME", folder.toString());
    Process process = bash.start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    String said = Files.readString(log);
    assertThat(ended).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
