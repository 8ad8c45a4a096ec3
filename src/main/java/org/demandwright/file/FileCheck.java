package org.demandwright.file;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.demandwright.core.intake.LineRule;

/**
 * What loading a file would do.
 *
 * @param account of its rows
 * @param refused rows that can be read and that the import will refuse, by {@link LineRule}
 * @param omitted values that are left out while their rows are loaded, by column
 * @param alike codes that look alike and are kept apart
 * @param remarks what else is to be known of the file, in words
 * @param errors the first of the rows that cannot be read or will be refused
 */
public record FileCheck(
    FileAccount account,
    Map<String, Long> refused,
    List<OmittedValues> omitted,
    List<LookAlikes> alike,
    List<String> remarks,
    List<RowError> errors) {

  public FileCheck {
    refused = Collections.unmodifiableMap(new TreeMap<>(refused));
    omitted = List.copyOf(omitted);
    alike = List.copyOf(alike);
    remarks = List.copyOf(remarks);
    errors = List.copyOf(errors);
  }

  /** Returns what became of a file whose rows are no order lines. */
  public static FileCheck of(FileAccount account, List<RowError> errors) {
    return new FileCheck(account, Map.of(), List.of(), List.of(), List.of(), errors);
  }
}
