/**
 * Where demand comes from: the connection to the ERP and the files that people send.
 *
 * <p>Nothing here changes what was imported; it says what is there and makes it readable.
 */
package org.demandwright.app.source;
