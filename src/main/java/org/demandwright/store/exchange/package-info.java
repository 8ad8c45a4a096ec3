/**
 * What goes to and fro between this program and others: requests that callers named.
 *
 * <p>Nothing here knows what a request was about.
 */
package org.demandwright.store.exchange;
