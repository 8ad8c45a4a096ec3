package org.demandwright.erp;

import java.time.LocalDateTime;
import java.util.OptionalLong;

/**
 * One file in a database of order lines.
 *
 * @param loadId its number, from 1
 * @param at when it was loaded, in UTC
 * @param replacedBy the load that corrected it
 */
public record FileLoad(
    long loadId, FileAccount account, String by, LocalDateTime at, OptionalLong replacedBy) {}
