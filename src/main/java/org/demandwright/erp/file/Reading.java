package org.demandwright.erp.file;

import java.util.List;
import org.demandwright.erp.FileFormat;
import org.demandwright.erp.MappingProfile;
import org.demandwright.erp.Numbering;

/** Everything that decides how the rows of one file are read. */
record Reading(
    FileFormat format, MappingProfile profile, List<String> header, Numbering numbering) {

  Reading {
    header = List.copyOf(header);
  }

  /** Returns how dates are read. */
  DateRule dates() {
    return new DateRule(format.dates().value(), format.zone().value(), format.since1904());
  }
}
