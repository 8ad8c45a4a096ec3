/**
 * How requests are read and answers are written, whatever they are about: problems, JSON bodies,
 * query values, pages, CSV, cursors.
 *
 * <p>Known to resources alone, and knows none of them; errors leave through {@link
 * org.demandwright.rest.wire.ProblemMapper}.
 */
package org.demandwright.rest.wire;
