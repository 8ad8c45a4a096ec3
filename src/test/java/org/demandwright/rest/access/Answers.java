package org.demandwright.rest.access;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.demandwright.rest.access.Operations.Operation;
import org.demandwright.server.ServerClient;

/**
 * Everything that somebody is answered: each operation that reads, found from the resources, of
 * each thing that its collection lists, as JSON, as CSV and page by page.
 */
final class Answers {
  private static final int PAGE = 5;
  private static final int MOST_THINGS = 4;

  /** Of what proves a number the files without numbers of things, digests and instants. */
  private static final Set<String> COMPARED = Set.of("periods.csv", "corrected-periods.csv");

  /** What some are asked with besides. */
  private static final Map<String, List<String>> QUESTIONS =
      Map.ofEntries(
          Map.entry(
              "/accuracy",
              List.of("", "by=MODEL", "by=CLASS", "by=CATEGORY", "by=LAG", "reference=excel")),
          Map.entry("/leaderboard", List.of("", "by=CLASS", "by=CATEGORY")),
          Map.entry("/forecast-versions", List.of("", "plan=months")),
          Map.entry(
              "/forecasts",
              List.of(
                  "",
                  "plan=months",
                  "include=notRecommended",
                  "net=open",
                  "changedSince=2020-01-01T00:00:00Z",
                  "minChangeQty=1",
                  "org=DW",
                  "org=NL",
                  "site=SHA",
                  "site=CAN")),
          Map.entry("/lead-time-demand", List.of("days=30", "days=10&serviceLevel=0.9")),
          Map.entry("/data-quality/issues", List.of("", "severity=HIGH", "site=SHA")),
          Map.entry("/data-quality/lines", List.of("", "outcome=OPEN", "outcome=DERIVED")),
          Map.entry(
              "/data-quality/quarantine", List.of("", "reason=NO_DATE", "reason=UNKNOWN_ITEM")),
          Map.entry("/overrides", List.of("", "status=PUBLISHED", "author=admin", "site=SHA")),
          Map.entry(
              "/plans/{name}/comparison",
              List.of("with=months", "with=months&by=SITE", "with=default&by=ITEM")),
          Map.entry("/exchange-rates/conversion", List.of("from=EUR&to=EUR&day=2025-12-01")),
          Map.entry("/signals/values", List.of("")),
          Map.entry("/items", List.of("", "org=DW", "org=NL")),
          Map.entry("/sites", List.of("", "org=DW", "site=CAN")),
          Map.entry("/series", List.of("", "failed=true", "site=CAN", "plan=months")));

  /** One answer, as it came. */
  record Answer(int status, String type, Map<String, String> headers, byte[] bytes) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ServerClient who;
  private final Naming naming = new Naming();
  private final Map<String, List<String>> things = new LinkedHashMap<>();
  private final Map<List<String>, List<Answer>> raw = new LinkedHashMap<>();

  private Answers(ServerClient who) {
    this.who = who;
  }

  /**
   * Asks everything.
   *
   * @return what was answered, by what was asked, in words that are the same in any installation
   */
  static Map<String, Object> of(ServerClient who, Set<Operation> operations) throws Exception {
    Answers answers = new Answers(who);
    for (Operation operation : operations) {
      answers.ask(operation);
    }
    return answers.named();
  }

  /** The identities of things that a collection lists. */
  static List<String> listed(ServerClient who, String collection) throws Exception {
    return new Answers(who).things(collection, "id");
  }

  private void ask(Operation operation) throws Exception {
    for (String path : addresses(operation)) {
      for (String question : QUESTIONS.getOrDefault(operation.path(), List.of(""))) {
        for (String accept : List.of("application/json", "text/csv")) {
          List<String> key = List.of(operation.path(), path, question, accept);
          Answer answer = get(path, question, accept);
          if (answer.status() != 406) {
            raw.put(key, List.of(answer));
          }
          // Of publications those of overrides over other parts fall away: pages end elsewhere.
          if (accept.startsWith("application/json")
              && rows(answer) > PAGE
              && !path.equals("/publications")) {
            raw.put(List.of(operation.path(), path, question, "pages"), pages(path, question));
          }
        }
      }
    }
  }

  private static int rows(Answer answer) {
    return answer.status() == 200
            && answer.type().equals("application/json")
            && object(answer.text()).get("rows") instanceof JsonArray all
        ? all.size()
        : 0;
  }

  private List<Answer> pages(String path, String question) throws Exception {
    List<Answer> pages = new ArrayList<>();
    String next = "";
    for (int page = 0; page < 4 && next != null; page++) {
      Answer answer = get(path, question + "&limit=" + PAGE + next, "application/json");
      pages.add(answer);
      JsonObject read =
          answer.status() == 200 ? object(answer.text()) : JsonValue.EMPTY_JSON_OBJECT;
      next = read.containsKey("next") ? "&cursor=" + read.getString("next") : null;
    }
    return pages;
  }

  private List<String> addresses(Operation operation) throws Exception {
    int brace = operation.path().indexOf('{');
    if (brace < 0) {
      return List.of(operation.path());
    }
    String collection = operation.path().substring(0, brace - 1);
    String named = operation.path().substring(brace + 1, operation.path().indexOf('}'));
    String rest = operation.path().substring(operation.path().indexOf('}') + 1);
    if (rest.contains("{")) {
      throw new IllegalStateException("Say here how " + operation + " is asked");
    }
    return things(collection, named).stream().map(id -> collection + "/" + id + rest).toList();
  }

  /** What its rows call themselves: by the name of the parameter, or by their first member. */
  private List<String> things(String collection, String named) throws Exception {
    if (!things.containsKey(collection)) {
      Answer list = get(collection, "limit=1000", "application/json");
      if (list.status() != 200) {
        throw new IllegalStateException(
            "Say here what there is of " + collection + ": " + list.status() + list.text());
      }
      Set<String> ids = new LinkedHashSet<>();
      JsonArray rows = object(list.text()).getJsonArray("rows");
      int every = Math.max(1, rows.size() / MOST_THINGS);
      for (int i = 0; i < rows.size(); i += every) {
        JsonObject row = rows.getJsonObject(i);
        String member = row.containsKey(named) ? named : row.keySet().iterator().next();
        ids.add(text(row.get(member)));
      }
      things.put(collection, List.copyOf(ids));
    }
    return things.get(collection);
  }

  Answer get(String path, String question, String accept) throws Exception {
    String address = who.base() + "api/v1" + path.replace(" ", "%20");
    if (!question.isEmpty()) {
      address += "?" + question.replaceFirst("^&", "");
    }
    String basic =
        Base64.getEncoder()
            .encodeToString((who.user() + ":" + who.password()).getBytes(StandardCharsets.UTF_8));
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Basic " + basic)
                .header(
                    "Accept",
                    accept
                        + (accept.startsWith("text")
                            ? ""
                            : ", application/zip;q=0.5, application/gzip;q=0.5, */*;q=0.1"))
                .build(),
            BodyHandlers.ofByteArray());
    Map<String, String> headers = new TreeMap<>();
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (name.toLowerCase().startsWith("demandwright")) {
                headers.put(name.toLowerCase(), String.join(",", values));
              }
            });
    return new Answer(
        answer.statusCode(),
        answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""),
        headers,
        answer.body());
  }

  private Map<String, Object> named() throws IOException {
    Map<List<String>, List<Object>> read = new LinkedHashMap<>();
    for (var entry : raw.entrySet()) {
      List<Object> all = new ArrayList<>();
      for (Answer answer : entry.getValue()) {
        Object body = body(answer);
        naming.learn(body);
        all.add(new Object[] {answer.status(), answer.headers(), body});
      }
      read.put(entry.getKey(), all);
    }
    Map<String, Object> named = new TreeMap<>();
    read.forEach(
        (key, answers) -> {
          List<Object> said = new ArrayList<>();
          for (Object answer : answers) {
            Object[] parts = (Object[]) answer;
            said.add(List.of(parts[0], parts[1], naming.named(parts[2])));
          }
          String path = key.get(1);
          named.put(
              "%s of %s ?%s as %s"
                  .formatted(key.get(0), naming.path(key.get(0), path), key.get(2), key.get(3)),
              said);
        });
    return named;
  }

  /** What an answer says: maps, lists and text. */
  private static Object body(Answer answer) throws IOException {
    return switch (answer.type()) {
      case "application/json", "application/problem+json" -> plain(object(answer.text()));
      case "text/csv" -> csv(answer.text());
      case "application/gzip" ->
          csv(
              new String(
                  new GZIPInputStream(new ByteArrayInputStream(answer.bytes())).readAllBytes(),
                  StandardCharsets.UTF_8));
      case "application/zip" -> zip(answer.bytes());
      default -> answer.text();
    };
  }

  /** What its files are called, and what stands in some. */
  private static Object zip(byte[] bytes) throws IOException {
    Map<String, Object> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        files.put(entry.getName(), COMPARED.contains(entry.getName()) ? csv(text) : "");
      }
    }
    return files;
  }

  private static Object csv(String text) {
    List<Map<String, Object>> rows = new ArrayList<>();
    List<String> heading = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ofCsvRecord(text.replaceFirst("^\ufeff", ""))) {
      for (CsvRecord line : reader) {
        if (heading.isEmpty()) {
          heading.addAll(line.getFields());
          continue;
        }
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < heading.size(); i++) {
          row.put(heading.get(i), line.getField(i));
        }
        rows.add(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static JsonObject object(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static Object plain(JsonValue value) {
    if (value instanceof JsonObject object) {
      Map<String, Object> members = new LinkedHashMap<>();
      object.forEach((name, member) -> members.put(name, plain(member)));
      return members;
    }
    if (value instanceof JsonArray array) {
      return new ArrayList<>(array.stream().map(Answers::plain).toList());
    }
    return text(value);
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }
}
