package org.demandwright.rest.wire;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file that is made while it is sent, as many at a time as there are places for full lists.
 *
 * @param content writes it
 */
public record Download(Content content) {
  /** What the file holds. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream output) throws IOException;
  }
}
