/**
 * What the ERPs tell of stock and of what comes in, as it was last read, and what became of every
 * row of it; and the tables that were sent where no ERP tells them.
 */
package org.demandwright.store.supply;
