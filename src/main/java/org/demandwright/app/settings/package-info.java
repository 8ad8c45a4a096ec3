/**
 * What an administrator can set: one record a concern, and beside it the list of its settings with
 * key, default, unit, allowed values and meaning.
 *
 * <p>The lists are the one source: the server reads by them, refuses to start with a value that
 * they do not allow, and the tables of {@code configuration.md} are written from them. A new
 * setting is a constant in its concern's record, an entry of that list and a component.
 */
package org.demandwright.app.settings;
