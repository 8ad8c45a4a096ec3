package org.demandwright.file.tabular;

import java.util.List;
import org.demandwright.file.FileFormat;
import org.demandwright.file.MappingProfile;
import org.demandwright.file.Numbering;

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
