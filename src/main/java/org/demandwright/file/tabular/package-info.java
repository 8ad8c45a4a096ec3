/**
 * Order lines and signals that come as CSV or XLSX files. A {@link
 * org.demandwright.file.tabular.TabularFile} finds out the form of a file (encoding, delimiter,
 * sheet, decimal mark, order of day and month) and what its headings mean, by reading all of it
 * ({@link org.demandwright.file.tabular.FileEvidence}); what fits in two ways is asked and not
 * guessed. Where a record ends is said by {@link org.demandwright.file.tabular.CsvRecords} alone,
 * and every reader goes through {@link org.demandwright.file.tabular.DataRows}, which accounts for
 * each physical line. Order lines are loaded into the tables of {@code sql/erp/file}, and the
 * canonical views over them make the files look like any ERP.
 *
 * <p>Callers use {@link org.demandwright.file.FileIntake}; what lives here is found through {@code
 * ServiceLoader}. No forecasting rule belongs here: a profile says which rows are demand, as the
 * view of an ERP would.
 */
package org.demandwright.file.tabular;
