/**
 * Where demand comes from: the connection to the ERP, the files that people send, the lines that
 * systems push, the tables of stock that are sent, and the book of these sources.
 *
 * <p>Nothing here changes what was imported; it says what is there and makes it readable.
 */
package org.demandwright.app.source;
