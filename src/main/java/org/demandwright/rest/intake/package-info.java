/**
 * Lines that other systems push, over REST.
 *
 * <p>What the import makes of them is told; nothing is read or judged here.
 */
package org.demandwright.rest.intake;
