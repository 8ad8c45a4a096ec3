package org.demandwright.rest.demand;

import java.util.Arrays;
import java.util.Set;
import org.demandwright.app.demand.DemandCorrections;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.rest.wire.JsonBody;

/** Reads the body of {@code POST /data-quality/corrections}; what is wrong with it is a refusal. */
final class CorrectionRequest {
  static final String EXAMPLE =
      "{\"seriesId\": 42, \"kind\": \"MANUAL\", \"firstDay\": \"2026-03-02\", \"lastDay\":"
          + " \"2026-03-08\", \"replacement\": \"120\", \"reason\": \"One-off tender\"}";
  private static final Set<String> KNOWN =
      Set.of("seriesId", "kind", "firstDay", "lastDay", "delta", "replacement", "reason");

  private CorrectionRequest() {}

  static DemandCorrections.Request parse(String text) {
    JsonBody body =
        JsonBody.of(
            text,
            KNOWN,
            EXAMPLE + "; lastDay may be left out; give delta or replacement, with EXCLUDE neither");
    return new DemandCorrections.Request(
        body.neededWhole("seriesId"),
        kind(body),
        body.neededDay("firstDay"),
        body.day("lastDay"),
        body.number("delta"),
        body.number("replacement"),
        body.text("reason"));
  }

  private static DemandLayer.Kind kind(JsonBody body) {
    String name = body.text("kind");
    return Arrays.stream(DemandLayer.Kind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                body.wrong(
                    "Member kind cannot be \"" + name + "\"; use MANUAL, OUTLIER or EXCLUDE"));
  }
}
