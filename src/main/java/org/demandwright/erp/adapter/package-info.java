/**
 * The adapters to real ERPs: folders of view scripts with an {@code adapter.properties}, read here,
 * recognised over a connection, checked against the contract, installed on request.
 *
 * <p>Plain JDBC, because it looks at tables that no entity knows, in databases that are only being
 * tried. No ERP is named in this code: what is known of one stands in its folder.
 */
package org.demandwright.erp.adapter;
