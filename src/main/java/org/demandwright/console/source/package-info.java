/**
 * The pages of the ERP's connection and of files.
 *
 * <p>Passwords that are typed here live as long as the request.
 */
package org.demandwright.console.source;
