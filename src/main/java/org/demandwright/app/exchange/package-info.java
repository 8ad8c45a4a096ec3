/**
 * How other programs take what is here and rely on it: a request that is sent again is not done
 * again; what was published is followed as a feed, taken as a whole, told by webhooks and by
 * streams of events, and forgotten after a time.
 *
 * <p>Called by the door of programs and by what sends; what is told lies in the other words.
 */
package org.demandwright.app.exchange;
