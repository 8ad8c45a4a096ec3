/**
 * How other programs can rely on what they ask for: a request that is sent again is not done again.
 *
 * <p>Called by the door of programs; what the requests are about lies in the other words.
 */
package org.demandwright.app.exchange;
