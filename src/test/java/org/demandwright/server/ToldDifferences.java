package org.demandwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a server says of why the forecasts of a series changed. */
record ToldDifferences(ServerClient client) {

  /**
   * Requires that both versions are reproduced to the bit and that the parts add up, and returns
   * the causes that add something to any period.
   */
  Set<String> causes(long seriesId, long versionId, long against) {
    JsonPath told =
        client
            .get(
                "series/%d/differences?versionId=%d&against=%d"
                    .formatted(seriesId, versionId, against))
            .jsonPath();
    assertThat(told.getLong("against")).as(told.prettify()).isEqualTo(against);
    List<Map<String, Object>> rows = told.getList("rows");
    assertThat(rows).isNotEmpty();
    Set<String> causes = new TreeSet<>();
    for (Map<String, Object> row : rows) {
      assertThat(row.get("reproduced")).as("%s", row).isEqualTo(true);
      @SuppressWarnings("unchecked")
      Map<String, String> parts = (Map<String, String>) row.get("parts");
      BigDecimal sum = BigDecimal.ZERO;
      for (Map.Entry<String, String> part : parts.entrySet()) {
        BigDecimal units = new BigDecimal(part.getValue());
        sum = sum.add(units);
        if (units.signum() != 0) {
          causes.add(part.getKey());
        }
      }
      assertThat(sum).as("%s", row).isEqualByComparingTo(decimal(row, "difference"));
      assertThat(decimal(row, "now").subtract(decimal(row, "then"))).isEqualByComparingTo(sum);
    }
    one(told, seriesId, versionId, against);
    return causes;
  }

  /** The value by itself says the same as its row. */
  private void one(JsonPath told, long seriesId, long versionId, long against) {
    String id = "%d-%d-%s".formatted(versionId, seriesId, told.getString("rows[0].periodStart"));
    JsonPath one = client.get("forecasts/" + id + "/differences?against=" + against).jsonPath();
    assertThat(one.getString("id")).as(one.prettify()).isEqualTo(id);
    assertThat(one.getString("difference")).isEqualTo(told.getString("rows[0].difference"));
    assertThat(one.getBoolean("then.reproduced")).isTrue();
    assertThat(one.getList("parts.cause"))
        .startsWith("RESTATED_HISTORY", "CORRECTIONS")
        .endsWith("OVERRIDE", "UNREPRODUCED");
    assertThat(one.getString("parts[0].units"))
        .isEqualTo(told.getString("rows[0].parts.restatedHistory"));
  }

  private static BigDecimal decimal(Map<String, Object> row, String name) {
    return new BigDecimal((String) row.get(name));
  }
}
