package org.demandwright.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.demandwright.file.FileAccount;
import org.demandwright.file.FileLoad;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final FileAccount FILE =
      new FileAccount(
          "sales.csv", "ab", "p", 11, 10, Map.of("ZERO_PRICE", 3L), Map.of("BAD_DATE", 1L), 0);

  private static JsonObject server(long lines) {
    return parse(
        """
        {"version":{"versionId":4,"status":"PUBLISHED","bucket":"WEEK","horizon":13,
          "origin":"2024-01-01","dataAsOf":"2024-01-01","series":5,"failed":1,
          "contentHash":"c0ffee","executionId":7,"current":true},
         "linesInErp":%d,"linesUsed":6,"linesOpen":0,"excluded":[{"name":"ZERO_PRICE","count":3}],
         "quarantined":[{"name":"NO_DATE","count":1}],"verdicts":[{"name":"ML_PAYS","count":2}],
         "models":[{"name":"theta","count":5}],
         "product":{"wape":0.5,"rmsse":0.7,"cumWape":0.4,"bias":-0.01},
         "seasonalNaive":{"wape":0.8,"cumWape":0.6,"bias":0.02},
         "below10":0.093,"stages":[{"step":"import-sales","seconds":1.5,"items":10,"unit":"lines"}]}
        """
            .formatted(lines));
  }

  private static JsonObject parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static Summary summary(String status, Optional<JsonObject> server) {
    return new Summary(
        new Execution(7, 7, "nightly", status, List.of(), List.of()),
        server,
        List.of(load(2, FILE, FILE.loaded())),
        OptionalLong.of(2048),
        12.34);
  }

  private static FileLoad load(long id, FileAccount account, long lines) {
    OptionalLong replacedBy = lines < account.loaded() ? OptionalLong.of(9) : OptionalLong.empty();
    return new FileLoad(id, account, "anna", LocalDateTime.of(2024, 1, 1, 0, 0), replacedBy, lines);
  }

  @Test
  void allFilesAreCountedAndOfACorrectedOneWhatStands() {
    Summary several =
        new Summary(
            new Execution(7, 7, "nightly", "COMPLETED", List.of(), List.of()),
            Optional.of(server(10)),
            List.of(load(3, FILE, 10), load(2, FILE, 1), load(1, FILE, 4)),
            OptionalLong.empty(),
            1);
    assertThat(several.contradictions())
        .containsExactly("15 rows loaded, but 10 in the ERP's view");
    assertThat(parse(several.toJson()).getJsonArray("files")).hasSize(3);
    Summary right =
        new Summary(
            several.run(),
            several.server(),
            List.of(load(2, FILE, 9), load(1, FILE, 1)),
            OptionalLong.empty(),
            1);
    assertThat(right.contradictions()).isEmpty();
  }

  @Test
  void isGoodOnlyIfTheJobCompletedAndEveryRowIsAccountedFor() {
    assertThat(summary("COMPLETED", Optional.of(server(10))).good()).isTrue();
    assertThat(summary("FAILED", Optional.of(server(10))).good()).isFalse();
    assertThat(summary("COMPLETED", Optional.empty()).good()).isFalse();
    assertThat(summary("COMPLETED", Optional.of(server(11))).contradictions())
        .containsExactly(
            "11 lines in the ERP, but 10 accounted for",
            "10 rows loaded, but 11 in the ERP's view");
  }

  @Test
  void theTableShowsEveryFigureAndAQuestionMarkForWhatIsUnknown() {
    String table = SummaryTable.of(summary("COMPLETED", Optional.of(server(10))));
    assertThat(table)
        .contains("11 = 10 loaded + 1 quarantined {BAD_DATE=1}")
        .contains("10 = 6 used + 3 excluded + 1 quarantined")
        .contains("ML_PAYS 2")
        .contains("theta 5")
        .contains("0.7000")
        .contains("below p10 9.3 %")
        .contains("up to p90 unknown")
        .contains("2 MiB")
        .contains("c0ffee");
    assertThat(table.lines().filter(l -> l.contains("seasonal naive")).findFirst().orElseThrow())
        .contains("?");
  }

  @Test
  void theFileHoldsTheServersFieldsAndTheDemos() {
    JsonObject json = parse(summary("COMPLETED", Optional.of(server(10))).toJson());
    assertThat(json.getJsonObject("version").getString("contentHash")).isEqualTo("c0ffee");
    assertThat(json.getJsonObject("file").getInt("rows")).isEqualTo(11);
    assertThat(json.getJsonObject("run").getString("status")).isEqualTo("COMPLETED");
    assertThat(json.getJsonArray("contradictions")).isEmpty();
    assertThat(json.getInt("serverPeakMemoryKiB")).isEqualTo(2048);
  }
}
