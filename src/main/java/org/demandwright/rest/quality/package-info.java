/**
 * The ledger of data quality over REST.
 *
 * <p>Long lists are cut into pages; details drill down to the rows of the ERP.
 */
package org.demandwright.rest.quality;
