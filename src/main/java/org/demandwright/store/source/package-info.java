/**
 * Where demand comes from: the book of sources and what they tell differently, the lines that
 * systems pushed, the book of files, their imports and the mapping profiles.
 *
 * <p>The files themselves lie in the data folder; what became of their rows is the intake's.
 */
package org.demandwright.store.source;
