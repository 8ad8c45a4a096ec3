package org.demandwright.file;

import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a file is loaded.
 *
 * @param by who loads it
 * @param at when, in UTC
 * @param replaces number of the load whose lines the file corrects
 * @param reader database user who is to read the views; empty = rights are given elsewhere
 */
public record LoadTerms(
    String by, LocalDateTime at, OptionalLong replaces, Optional<String> reader) {

  public LoadTerms {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(replaces, "replaces");
    Objects.requireNonNull(reader, "reader");
  }
}
