/**
 * The canonical views as read-only JPA entities, persistence unit {@code erp}. Rows leave as
 * records by constructor expressions; nothing here is ever written or cached, so that an entity's
 * {@code @Id}, which JPA asks for, need not be unique.
 */
package org.demandwright.erp.jpa;
