package org.demandwright.app.run;

import java.util.List;

/**
 * A job that can be started.
 *
 * @param name the name under which it is started
 * @param purpose one sentence
 * @param parameters what it understands
 */
public record JobDescription(String name, String purpose, List<Parameter> parameters) {

  /**
   * One job parameter.
   *
   * @param name its name
   * @param byDefault the documented default in words or as a value
   * @param meaning one sentence with the unit
   */
  public record Parameter(String name, String byDefault, String meaning) {}

  public JobDescription {
    parameters = List.copyOf(parameters);
  }
}
