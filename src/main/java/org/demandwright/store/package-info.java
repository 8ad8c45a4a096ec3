/**
 * The plugin's own database, by the words of the house; each word may know the earlier ones.
 *
 * <p>Stores speak set-based SQL over the data source {@code store} and hand out values; rows and
 * SQL do not leave these packages. Doors never call them; {@code app}, {@code batch} and {@code
 * security} do. Calls take part in the caller's transaction where there is one.
 */
package org.demandwright.store;
