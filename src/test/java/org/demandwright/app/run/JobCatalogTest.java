package org.demandwright.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.demandwright.app.Refused;
import org.junit.jupiter.api.Test;

class JobCatalogTest {

  @Test
  void fixesThePartitionsSoThatARestartKeepsThem() {
    assertThat(JobCatalog.check("nightly", Map.of("bucket", " WEEK ", "asOf", ""), 3))
        .isEqualTo(Map.of("bucket", "WEEK", "partitions", "3"));
    assertThat(JobCatalog.check("import-sales", Map.of(), 3)).isEmpty();
  }

  @Test
  void refusesWhatIsWrongAndSaysWhatIsAllowed() {
    refused("nightly", Map.of("bucket", "week"), "must be one of [DAY, WEEK, MONTH, QUARTER]");
    refused("nightly", Map.of("horizon", "0"), "whole number from 1 to 400");
    refused("nightly", Map.of("horizon", "many"), "whole number from 1 to 400");
    refused("nightly", Map.of("asOf", "1.1.2025"), "a day from 1900 to 2199 such as 2026-01-31");
    refused("nightly", Map.of("models", "Oracle"), "GlobalWekaLinear");
    refused(
        "nightly", Map.of("models", "Tree=weka.classifiers.trees.Oak"), "no classifier of Weka");
    refused("nightly", Map.of("objective", "profit"), "must be one of [rmsse, mean, cost]");
    refused("import-sales", Map.of("bucket", "DAY"), "has no parameter 'bucket'");
    refused("import-sales", Map.of("replayOnly", "yes"), "must be one of [true, false]");
    refused(
        "train-models",
        Map.of("knownAt", "2026-01-31"),
        "an instant from 1900 to 2199 such as 2026-01-31T");
    refused("nightly", Map.of("knownAt", "2026-01-31T02:30:00Z"), "start train-models");
    refused(
        "weekly", Map.of(), "there are nightly, forecast-plan, refresh-forecasts, import-sales");
  }

  private static void refused(String job, Map<String, String> parameters, String words) {
    assertThatThrownBy(() -> JobCatalog.check(job, parameters, 2))
        .isInstanceOf(Refused.class)
        .hasMessageContaining(words)
        .extracting(e -> ((Refused) e).kind())
        .isEqualTo(Refused.Kind.INVALID);
  }
}
