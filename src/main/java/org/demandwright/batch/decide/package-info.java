/**
 * The steps of the job {@code decide}: a decision is opened, the stock of each item at each site is
 * planned in chunks, what may go wrong is said, and the decision is closed with the hash of what
 * was decided.
 */
package org.demandwright.batch.decide;
