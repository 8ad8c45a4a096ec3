/**
 * Who may come in, and what was done by whom: accounts of people, clients of the API, the audit.
 *
 * <p>Logins themselves are judged in {@code security}.
 */
package org.demandwright.app.access;
