package org.demandwright.app.source;

import java.io.Serializable;
import java.util.Objects;
import org.demandwright.erp.Watermark;

/**
 * How far a run has read: the batch checkpoint. Sources before this one are read, those after it
 * are not begun. A run that an earlier version stopped has a {@link Watermark} alone, of the first
 * source.
 *
 * @param source as lines carry it
 * @param at the last row that was written
 */
public record SourceMark(String source, Watermark at) implements Serializable {
  private static final long serialVersionUID = 1L;

  public SourceMark {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(at, "at");
  }
}
