/**
 * What pages share: pagers, texts, how figures are written, what happens when a page fails.
 *
 * <p>Known to pages alone, and knows none of them; the words on the pages are in {@code
 * messages.properties}.
 */
package org.demandwright.console.frame;
