/**
 * What was decided of stock and purchases, and the rules by which. Decisions read versions and
 * never write to one.
 */
package org.demandwright.store.decide;
