/**
 * The page where people log in.
 *
 * <p>Accounts are judged in {@code security}.
 */
package org.demandwright.console.access;
