/**
 * The pages for people, by the words of the house.
 *
 * <p>One view bean prepares one page and holds no rule; use cases in {@code org.demandwright.app}
 * decide. Here is what stands around every page.
 */
package org.demandwright.console;
