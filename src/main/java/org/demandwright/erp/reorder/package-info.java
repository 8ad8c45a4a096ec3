/**
 * What the plugin writes into an ERP's own tables: minimum and maximum of reorder rules that are
 * there, as a user of its own, and nothing else.
 */
package org.demandwright.erp.reorder;
