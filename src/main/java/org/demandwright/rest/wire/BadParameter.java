package org.demandwright.rest.wire;

/** A request names a parameter or a value that the API does not take. */
public final class BadParameter extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String parameter;

  /**
   * @param parameter its name
   * @param allowed what may stand there instead, as the end of the sentence "…; allowed: "
   */
  public BadParameter(String parameter, String wrong, String allowed) {
    super(wrong + "; allowed: " + allowed);
    this.parameter = parameter;
  }

  String parameter() {
    return parameter;
  }
}
