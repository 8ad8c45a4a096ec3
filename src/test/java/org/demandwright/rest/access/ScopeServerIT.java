package org.demandwright.rest.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demandwright.rest.access.Operations.Operation;
import org.demandwright.rest.access.TwoCompaniesErp.Part;
import org.demandwright.rest.access.TwoCompaniesErp.Part.Name;
import org.demandwright.security.Roles;
import org.demandwright.server.ServerClient;
import org.junit.jupiter.api.Test;

/**
 * Whoever sees a part of the data is answered as if nothing else were there: every operation that
 * reads, asked within a part of an installation that holds two companies, says what an installation
 * says to which the ERP gives that part alone. {@link Naming} lists all in which they may differ.
 */
class ScopeServerIT {
  /** With {@code -Plong} the other part is compared, too. */
  private static final boolean LONG = Boolean.getBoolean("long.tests");

  /** A company. */
  private static final Part COMPANY =
      new Part("company", List.of(new Name("COMPANY", TwoCompaniesErp.SECOND)));

  /** Within the other company a site of two, and two categories. */
  private static final Part BRANCH =
      new Part(
          "branch",
          List.of(
              new Name("COMPANY", TwoCompaniesErp.FIRST),
              new Name("SITE", "SHA"),
              new Name("CATEGORY", "TEA"),
              new Name("CATEGORY", "SNACKS")));

  /** Other sites of the same company. */
  private static final Part ELSEWHERE =
      new Part(
          "elsewhere",
          List.of(new Name("COMPANY", TwoCompaniesErp.FIRST), new Name("SITE", "CAN")));

  /**
   * What rests on bands, on lead times of vendors that deliver elsewhere, too, and on classes
   * within the company: compared with what whoever sees everything is told.
   */
  private static final Set<String> LEARNED_OVER_ALL =
      Set.of(
          "/inventory-policies",
          "/purchase-suggestions",
          "/purchase-suggestions/outlook",
          "/exceptions",
          "/price-response",
          "/handovers");

  /** What tells the same of one thing, in sums, or as a file. */
  private static final Set<String> OF_WHAT_IS_LEARNED =
      Set.of(
          "/purchase-suggestions/{id}",
          "/purchase-suggestions/feedback",
          "/purchase-suggestions/outlook/workbook",
          "/exceptions/{id}",
          "/price-response/suggestion",
          "/scenarios/{id}",
          "/promotions/effects",
          "/promotions/{id}/pre-stock",
          "/simulations",
          "/simulations/{id}",
          "/simulations/{id}/results",
          "/simulations/{id}/curve",
          "/simulations/{id}/places",
          "/handovers/{id}",
          "/handovers/file",
          "/neighbours");

  /** What only Odoo answers, or what was written there: {@link #writeRules} puts some in place. */
  private static final Set<String> OF_ODOO = Set.of("/reorder-rules", "/reorder-rules/writes/{id}");

  /** What is said with a change of one thing, by what is done to it. */
  private static final Map<String, Map<String, String>> SAID =
      Map.of(
          "modify",
          Map.of("quantity", "24"),
          "reject",
          Map.of("reason", "so"),
          "snooze",
          Map.of("until", "2100-01-01"),
          "taken",
          Map.of("document", "P1"),
          "refused",
          Map.of("because", "so"));

  @Test
  void a_part_is_answered_as_if_nothing_else_were_there() throws Exception {
    Map<String, Object> branch = alone(BRANCH);
    Map<String, Object> company = LONG ? alone(COMPANY) : Map.of();
    try (PartInstallation all =
        PartInstallation.of(Part.whole(), List.of(COMPANY, BRANCH, ELSEWHERE))) {
      acceptSome(all.as("admin"));
      bandsAreThoseOfTheWhole(all, COMPANY);
      bandsAreThoseOfTheWhole(all, BRANCH);
      assertSame(told(all, BRANCH), branch);
      if (LONG) {
        assertSame(told(all, COMPANY), company);
      }
      cursorsKeepTheirPart(all);
      askedByEach(all);
      writeRules(all);
      everybodyDoesTheirs(all); // changes what is there
    }
  }

  private static Map<String, Object> alone(Part part) throws Exception {
    try (PartInstallation one = PartInstallation.of(part, List.of(part))) {
      return Answers.of(one.as(part.name()), asked());
    }
  }

  private static Map<String, Object> told(PartInstallation all, Part part) throws Exception {
    return Answers.of(all.as(part.name()), asked());
  }

  /**
   * What rests on bands is not compared with another installation, since bands are calibrated by
   * demand class over all series: it is what whoever sees everything is told of the same series.
   */
  private static void bandsAreThoseOfTheWhole(PartInstallation all, Part part) {
    ServerClient restricted = all.as(part.name());
    ServerClient admin = all.as("admin");
    Set<Object> within = new HashSet<>();
    rows(restricted, "series?limit=1000").forEach(row -> within.add(row.get("seriesId")));
    for (String list :
        List.of(
            "forecasts?limit=1000&include=notRecommended",
            "forecasts?limit=1000&plan=months",
            "lead-time-demand?days=30&limit=1000")) {
      assertThat(rows(restricted, list))
          .as(list)
          .isNotEmpty()
          .isEqualTo(
              rows(admin, list).stream().filter(r -> within.contains(r.get("seriesId"))).toList());
    }
    Set<Object> places = new HashSet<>();
    rows(restricted, "series?limit=1000").forEach(row -> places.add(place(row)));
    for (String path : LEARNED_OVER_ALL) {
      String list = path.substring(1) + "?limit=1000";
      assertThat(rows(restricted, list))
          .as(list)
          .isNotEmpty()
          .isEqualTo(rows(admin, list).stream().filter(r -> places.contains(place(r))).toList());
    }
    for (String path : List.of("purchase-suggestions", "exceptions", "handovers")) {
      for (Map<String, Object> row : rows(admin, path + "?limit=50")) {
        String one = path + "/" + row.get("number");
        Response told = restricted.get(one);
        if (places.contains(place(row))) {
          assertThat(told.asString()).as(one).isEqualTo(admin.get(one).asString());
        } else {
          assertThat(told.statusCode()).as(one).isEqualTo(404);
        }
      }
    }
    long answered = 0;
    for (Map<String, Object> row : rows(restricted, "purchase-suggestions/feedback?limit=1000")) {
      answered += ((Number) row.get("accepted")).longValue();
    }
    assertThat(answered)
        .as("in sums")
        .isEqualTo(rows(restricted, "purchase-suggestions?state=ACCEPTED&limit=1000").size());
    Response file = restricted.getCsv("handovers/file?form=OFBIZ");
    assertThat(file.asString().split("<Requirement ", -1))
        .as("in a file")
        .hasSize(1 + rows(restricted, "handovers?kind=BUY&limit=1000").size());
    assertThat(rows(restricted, "neighbours?limit=1000"))
        .as("bought together")
        .isEqualTo(
            rows(admin, "neighbours?limit=1000").stream()
                .filter(row -> isOf(part, places, row))
                .toList());
    List<Map<String, Object>> effects = rows(restricted, "promotions/effects?limit=1000");
    assertThat(effects).as("effects of promotions").isNotEmpty();
    for (Map<String, Object> effect : effects) {
      assertThat(effect.containsKey("sold")).as("units of all sites").isEqualTo(part != BRANCH);
      assertThat(part == BRANCH && "PROMOTION".equals(effect.get("level")))
          .as("promotions at any site")
          .isFalse();
    }
    for (Object id : within) {
      assertThat(restricted.get("series/" + id).asString())
          .isEqualTo(admin.get("series/" + id).asString());
    }
  }

  /** A scenario of each part, as if its prices had told enough to be asked. */
  private static void askedByEach(PartInstallation all) throws Exception {
    long number = 1_000;
    try (Connection store = all.store().open();
        Statement sql = store.createStatement()) {
      for (Part part : List.of(COMPANY, BRANCH, ELSEWHERE)) {
        Map<String, Object> of = rows(all.as(part.name()), "inventory-policies?limit=1").get(0);
        number++;
        sql.execute(
            ("insert into scenario values (%d, 'default', 'PRICE', 'cheaper', '%s', '%s', 1,"
                    + " date '2025-12-29', date '2025-12-29', date '2025-12-31', 1, 'CNY',"
                    + " timestamp '2025-12-29 00:00:00', 'admin')")
                .formatted(number, of.get("org"), of.get("item")));
        String band = "[\"1\",\"1\",\"1\"]";
        sql.execute(
            "insert into scenario_site values (%d, '%s', '%s', '%s', '%s')"
                .formatted(
                    number,
                    of.get("org"),
                    of.get("item"),
                    of.get("site"),
                    "{\"before\":\"1\",\"price\":\"1\",\"unitsBefore\":%1$s,\"units\":%1$s,\"gain\":%1$s}"
                        .formatted(band)));
      }
    }
  }

  /** Half of what is suggested. */
  private static void acceptSome(ServerClient admin) {
    List<Map<String, Object>> answers = new ArrayList<>();
    for (Map<String, Object> row : rows(admin, "purchase-suggestions?limit=1000")) {
      if (answers.size() < 500 && ((Number) row.get("number")).longValue() % 2 == 0) {
        answers.add(Map.of("number", row.get("number"), "answer", "ACCEPT"));
      }
    }
    Response taken = admin.post("purchase-suggestions/answers", answers);
    assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
    assertThat(taken.jsonPath().getInt("taken")).isPositive().isEqualTo(answers.size());
  }

  private static Object place(Map<String, Object> row) {
    return Arrays.asList(row.get("org"), row.get("item"), row.get("site"));
  }

  /** Both items are sold within the part, and it was counted there, or the part has all sites. */
  private static boolean isOf(Part part, Set<Object> places, Map<String, Object> row) {
    boolean allSites = part.scope().stream().noneMatch(name -> name.part().equals("SITE"));
    return Stream.of("item", "neighbour")
        .allMatch(
            which ->
                places.stream()
                    .map(place -> (List<?>) place)
                    .anyMatch(
                        place ->
                            place.get(0).equals(row.get("org"))
                                && place.get(1).equals(row.get(which))
                                && (row.get("site") == null
                                    ? allSites
                                    : place.get(2).equals(row.get("site")))));
  }

  private static List<Map<String, Object>> rows(ServerClient who, String list) {
    return who.get(list).jsonPath().getList("rows");
  }

  private static void assertSame(Map<String, Object> told, Map<String, Object> alone)
      throws Exception {
    assertThat(told.keySet()).isEqualTo(alone.keySet());
    assertThat(asked())
        .as("asked in a way that is answered")
        .allMatch(operation -> isAnswered(told, operation));
    told.forEach(
        (question, answer) -> assertThat(answer).as(question).isEqualTo(alone.get(question)));
  }

  private static boolean isAnswered(Map<String, Object> told, Operation operation) {
    return told.entrySet().stream()
        .filter(asked -> asked.getKey().startsWith(operation.path() + " of "))
        .anyMatch(asked -> asked.getValue().toString().startsWith("[[200,"));
  }

  /** A cursor is worth what whoever was given it saw then. */
  private static void cursorsKeepTheirPart(PartInstallation all) throws Exception {
    all.account("mover", Roles.ADMIN, COMPANY.scope());
    ServerClient mover = all.as("mover");
    String next = mover.get("forecasts?limit=2").jsonPath().getString("next");
    assertThat(mover.get("forecasts?limit=2&cursor=" + next).statusCode()).isEqualTo(200);
    assertAnotherList(all.as(COMPANY.name()).get("forecasts?limit=2&cursor=" + next));
    Map<String, Object> change =
        Map.of(
            "roles", List.of(Roles.ADMIN),
            "locked", false,
            "scope", Map.of("companies", List.of(TwoCompaniesErp.FIRST)));
    assertThat(
            given()
                .auth()
                .preemptive()
                .basic("admin", mover.password())
                .contentType("application/json")
                .header("If-Match", "*")
                .body(change)
                .put(mover.base() + "api/v1/accounts/mover")
                .statusCode())
        .isEqualTo(200);
    assertAnotherList(mover.get("forecasts?limit=2&cursor=" + next));
    assertThat(mover.get("forecasts?limit=2").statusCode()).isEqualTo(200);
  }

  private static void assertAnotherList(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
    assertThat(answer.jsonPath().getString("type")).isEqualTo("/problems/invalid-parameter");
    assertThat(answer.jsonPath().getString("parameter")).isEqualTo("cursor");
  }

  /** As if this ERP were Odoo, into whose rules alone something is written. */
  private static void writeRules(PartInstallation all) throws Exception {
    for (Part part : List.of(BRANCH, ELSEWHERE, COMPANY)) {
      Map<String, String> place =
          all.as(part.name()).get("inventory-policies?limit=1").jsonPath().getMap("rows[0]");
      all.store()
          .run(
              """
              insert into reorder_write (write_no, plan_name, decision_id, org_id, item_id, site_id,
                rule_id, minimum_before, maximum_before, minimum, maximum, state, written_by, written_at)
              values (nextval('reorder_write_no'), 'default', 1, '%s', '%s', '%s',
                1, 1, 2, 3, 4, 'NOT_WRITTEN', 'ann', timestamp '2026-01-05 02:00:00')
              """
                  .formatted(place.get("org"), place.get("item"), place.get("site")));
    }
  }

  /**
   * Every operation about one thing × every role × whose it is: of the part, of another site of the
   * same company, of the other company. Nothing is changed: who writes says that they saw something
   * else before.
   */
  private static void everybodyDoesTheirs(PartInstallation all) throws Exception {
    Map<Operation, AccessTable.Access> table = AccessTable.rows();
    for (String role : Roles.ALL) {
      all.account("branch-" + role.toLowerCase(Locale.ROOT), role, BRANCH.scope());
    }
    Map<String, List<String>> own = new TreeMap<>();
    Map<String, List<String>> others = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (Operation operation : AccessTable.those(AccessTable.Scope.BY_ID)) {
      String collection = collection(operation);
      if (!own.containsKey(collection)) {
        own.put(collection, Answers.listed(all.as(BRANCH.name()), collection));
        List<String> theirs = new ArrayList<>();
        for (Part part : List.of(ELSEWHERE, COMPANY)) {
          List<String> listed = new ArrayList<>(Answers.listed(all.as(part.name()), collection));
          listed.removeAll(own.get(collection));
          listed.stream().findFirst().ifPresent(theirs::add);
        }
        if (theirs.isEmpty()) {
          wrong.add("nobody else has anything in " + collection);
        }
        others.put(collection, theirs);
      }
      for (String role : Roles.ALL) {
        ServerClient who = all.as("branch-" + role.toLowerCase(Locale.ROOT));
        boolean may = table.get(operation).roles().contains(role);
        int mine = status(who, operation, own.get(collection).get(0));
        boolean theirOwn = collection.equals("/exports") && !role.equals(Roles.ADMIN);
        if (theirOwn) { // whoever asked for one has it, and administrators of the part
          if (mine != (may ? 404 : 403)) {
            wrong.add(operation + " as " + role + " of an export of somebody else: " + mine);
          }
        } else if (may ? Set.of(401, 403, 404).contains(mine) || mine >= 500 : mine != 403) {
          wrong.add(operation + " as " + role + " of the own part: " + mine);
        }
        for (String id : others.get(collection)) {
          int theirs = status(who, operation, id);
          if (theirs != (may ? 404 : 403)) {
            wrong.add(operation + " as " + role + " of another part: " + theirs);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static String collection(Operation operation) {
    return operation.path().substring(0, operation.path().indexOf("/{"));
  }

  private static int status(ServerClient who, Operation operation, String id) {
    RequestSpecification request =
        given()
            .auth()
            .preemptive()
            .basic(who.user(), who.password())
            .header("Accept", "application/json, */*;q=0.1");
    if (!operation.asks()) {
      request.header("If-Match", "\"0123456789abcdef0123456789abcdef\"");
    }
    if (operation.method().equals("POST")) {
      String verb = operation.path().substring(operation.path().lastIndexOf('/') + 1);
      boolean override = operation.path().startsWith("/overrides/");
      request
          .contentType("application/json")
          .body(override ? Map.of("note", "so") : SAID.getOrDefault(verb, Map.of()));
    }
    if (operation.method().equals("PUT")) {
      request
          .contentType("application/json")
          .body(
              operation.path().startsWith("/lifecycle-links/")
                  ? Map.of(
                      "kind",
                      "SUBSTITUTE",
                      "predecessor",
                      "a",
                      "successor",
                      "b",
                      "firstDay",
                      "2025-01-01")
                  : Map.of("item", "tea", "firstDay", "2100-01-01", "lastDay", "2100-01-02"));
    }
    return request
        .request(
            operation.method(),
            who.base() + "api/v1" + operation.path().replaceFirst("\\{\\w+}", id))
        .statusCode();
  }

  /**
   * What reads, and is not refused to whoever sees a part; without the stream of events, which
   * tells what happens from then on and never ends: {@code WebhooksServerIT} follows it.
   */
  private static Set<Operation> asked() throws Exception {
    Set<Operation> asked = new TreeSet<>();
    AccessTable.rows()
        .forEach(
            (operation, access) -> {
              if (operation.asks()
                  && access.scope() != AccessTable.Scope.ALL_DATA
                  && !Operations.streams().contains(operation)
                  && !LEARNED_OVER_ALL.contains(operation.path())
                  && !OF_WHAT_IS_LEARNED.contains(operation.path())
                  && !OF_ODOO.contains(operation.path())) {
                asked.add(operation);
              }
            });
    return asked;
  }
}
