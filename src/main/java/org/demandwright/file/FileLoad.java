package org.demandwright.file;

import java.time.LocalDateTime;
import java.util.OptionalLong;

/**
 * One file in a database of order lines.
 *
 * @param loadId its number, from 1
 * @param at when it was loaded, in UTC
 * @param replacedBy the load that corrected it
 * @param standing how many of its order lines stand: all that were loaded, or, once it was
 *     corrected, those that no other load has brought again
 */
public record FileLoad(
    long loadId,
    FileAccount account,
    String by,
    LocalDateTime at,
    OptionalLong replacedBy,
    long standing) {}
