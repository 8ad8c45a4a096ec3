/**
 * What people sent and how it is to be read: the book of files and the mapping profiles.
 *
 * <p>The files themselves lie in the data folder; what became of their rows is the intake's.
 */
package org.demandwright.store.source;
