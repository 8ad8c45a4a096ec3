package org.demandwright.app.source;

import java.util.Objects;
import org.demandwright.erp.SalesSource;

/**
 * Where sales lines come from, as the import reads it. A line has one source, which stands in its
 * identity; every source is read, compared and read anew by itself.
 *
 * @param source as lines, sums and watermarks carry it
 * @param name as people say it
 * @param readAnew whether all of its lines are to be read, since its days or codes have changed
 * @param ending whether it was removed, so that all of its lines are taken away
 * @param lines under the identities that they are kept by
 */
public record DemandSource(
    String source, String name, boolean readAnew, boolean ending, SalesSource lines) {
  public DemandSource {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(lines, "lines");
  }
}
