/**
 * The connection to the ERP, and files of order lines and signals.
 *
 * <p>Credentials come with one request, are used once and kept nowhere.
 */
package org.demandwright.rest.source;
