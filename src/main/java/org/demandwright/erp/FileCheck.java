package org.demandwright.erp;

import java.util.List;

/**
 * What loading a file would do.
 *
 * @param account of its rows
 * @param errors the first of the rows that cannot be read
 */
public record FileCheck(FileAccount account, List<RowError> errors) {

  public FileCheck {
    errors = List.copyOf(errors);
  }
}
