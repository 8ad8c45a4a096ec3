package org.demandwright.core.demand;

import java.util.Arrays;
import java.util.Optional;

/** What kind of document a row of the ERP stands in. The name is what the ERP's view says. */
public enum LineKind {
  INVOICE,
  ORDER,
  /** Takes from demand: its quantity is negative, and nothing else's is. */
  RETURN;

  /** Returns the kind of this name, empty where there is none. */
  public static Optional<LineKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
  }
}
