/**
 * Order lines that come as a CSV file instead of an ERP: a {@link
 * org.demandwright.erp.file.MappingProfile} is recognised from the header, rows are read into the
 * tables of {@code sql/erp/file}, and the canonical views over them make the file look like any
 * ERP.
 *
 * <p>Callers use {@link org.demandwright.erp.OrderFileLoader}; what lives here is found through
 * {@code ServiceLoader}. No forecasting rule belongs here: a profile says which rows are demand, as
 * the view of an ERP would.
 */
package org.demandwright.erp.file;
