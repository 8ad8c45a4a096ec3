/**
 * Who may come in: the accounts.
 *
 * <p>Passwords lie here as hashes only; {@code security} judges them.
 */
package org.demandwright.store.access;
