/**
 * The canonical views as read-only JPA entities, persistence unit {@code erp}. Rows leave as
 * records by constructor expressions; nothing here is ever written or cached.
 */
package org.demandwright.erp.jpa;
