/**
 * Tables that people send: order lines and signals as CSV or XLSX, what they may look like, what
 * became of their rows; plain tables of stock and supply ({@link
 * org.demandwright.file.PlainTable}). And the workbook that is sent to people ({@link
 * org.demandwright.file.Workbook}).
 *
 * <p>Callers use {@link org.demandwright.file.FileIntake}; how tables are read lives in {@code
 * file.tabular} and is found by {@code ServiceLoader}.
 */
package org.demandwright.file;
