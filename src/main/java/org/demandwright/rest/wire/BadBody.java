package org.demandwright.rest.wire;

/** The body of a request, or a member of it, is not what the resource takes. */
public final class BadBody extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String pointer;

  /**
   * @param pointer JSON pointer to the member, {@code #} for the whole body
   * @param wrong what is wrong, without full stop
   * @param send an example of a right body; empty where there is none
   */
  public BadBody(String pointer, String wrong, String send) {
    super(send.isEmpty() ? wrong + "." : wrong + "; send " + send + ".");
    this.pointer = pointer;
  }

  String pointer() {
    return pointer;
  }
}
