package org.demandwright.app;

import java.util.List;
import java.util.Optional;

/**
 * One page of a long list.
 *
 * @param rows at most as many as asked for
 * @param next the cursor of the next page, empty on the last one
 */
public record Page<T>(List<T> rows, Optional<String> next) {
  public Page {
    rows = List.copyOf(rows);
  }
}
