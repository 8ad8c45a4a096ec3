package org.demandwright.app.run;

import java.util.List;

/**
 * A job that can be started.
 *
 * @param name the name under which it is started
 * @param purpose one sentence
 * @param parameters what it understands
 */
public record JobDescription(String name, String purpose, List<JobParameter> parameters) {
  public JobDescription {
    parameters = List.copyOf(parameters);
  }
}
