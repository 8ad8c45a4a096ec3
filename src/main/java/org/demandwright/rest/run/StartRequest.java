package org.demandwright.rest.run;

import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code POST /job-executions}.
 *
 * @param job its name, as the list of jobs has it
 * @param parameters by their names; texts, numbers, true and false are taken
 */
@Schema(
    example =
        "{\"job\": \"nightly\", \"parameters\": {\"bucket\": \"WEEK\", \"horizon\":" + " 13}}")
public record StartRequest(String job, Map<String, String> parameters) {
  public StartRequest {
    parameters = Map.copyOf(parameters);
  }
}
