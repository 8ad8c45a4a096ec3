package org.demandwright.app.decide;

import java.util.Objects;

/** A vendor of a company. */
record VendorKey(String org, String vendor) {
  private static final String BETWEEN = "\u001f";

  VendorKey {
    Objects.requireNonNull(org, "org");
    Objects.requireNonNull(vendor, "vendor");
  }

  /** Returns one text, by which the mathematics tells vendors of several companies apart. */
  String text() {
    return org + BETWEEN + vendor;
  }
}
