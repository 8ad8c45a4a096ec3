/**
 * What an ERP tells of stock and of what comes in: levels, lots, orders, receipts, terms of
 * suppliers. One list of columns says how a view is read, judged and kept.
 */
package org.demandwright.core.supply;
