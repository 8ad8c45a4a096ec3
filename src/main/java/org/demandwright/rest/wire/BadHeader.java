package org.demandwright.rest.wire;

/** A header of the request has a value that the API does not take. */
public final class BadHeader extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 60;

  private final String header;

  /**
   * @param text what it is
   * @param allowed what may stand there instead
   */
  public BadHeader(String header, String text, String allowed) {
    super(
        "Header %s cannot be \"%s\"; allowed: %s"
            .formatted(
                header, text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text, allowed));
    this.header = header;
  }

  String header() {
    return header;
  }
}
