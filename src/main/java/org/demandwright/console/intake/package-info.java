/**
 * The page of the sources that sales lines come from.
 *
 * <p>It shows; what is changed, is changed over REST.
 */
package org.demandwright.console.intake;
