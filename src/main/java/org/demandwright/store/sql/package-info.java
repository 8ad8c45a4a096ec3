/**
 * How the stores speak to their database: statements, bytes, data sources, migrations.
 *
 * <p>Known to the stores alone: SQL that leaves them is a rule that another floor does not have.
 */
package org.demandwright.store.sql;
