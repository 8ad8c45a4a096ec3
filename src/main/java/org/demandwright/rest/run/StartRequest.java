package org.demandwright.rest.run;

import java.util.Map;
import java.util.Set;
import org.demandwright.rest.wire.JsonBody;

/**
 * What the body of {@code POST /job-executions} asks for: {@code {"job": "nightly", "parameters":
 * {"bucket": "WEEK", "horizon": 13}}}.
 *
 * @param parameters as text; strings, numbers and booleans are taken, null counts as not given
 */
record StartRequest(String job, Map<String, String> parameters) {
  static final String EXAMPLE = "{\"job\": \"nightly\", \"parameters\": {\"bucket\": \"WEEK\"}}";
  private static final Set<String> KNOWN = Set.of("job", "parameters");

  StartRequest {
    parameters = Map.copyOf(parameters);
  }

  /** Reads the body of a request; whatever is wrong with it is a refusal that shows an example. */
  static StartRequest parse(String text) {
    JsonBody body = JsonBody.of(text, KNOWN, EXAMPLE + ", parameters may be left out");
    String job = body.text("job");
    if (job.isBlank()) {
      throw body.wrong("The body does not name a job");
    }
    return new StartRequest(job, body.texts("parameters"));
  }
}
