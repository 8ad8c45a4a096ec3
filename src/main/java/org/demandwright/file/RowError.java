package org.demandwright.file;

import org.demandwright.core.Words;

/**
 * Why one row of a file cannot be read.
 *
 * @param lineNo line of the text file or row of the sheet, from 1
 * @param reason one of a short closed list
 * @param column the heading in question, empty where it is the row as a whole
 * @param value what stands there, shortened
 * @param wrong what is wrong with it
 * @param advice what to do
 */
public record RowError(
    long lineNo, String reason, String column, String value, Words wrong, String advice) {}
