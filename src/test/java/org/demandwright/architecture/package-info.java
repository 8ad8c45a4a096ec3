/**
 * The rules of the house, as tests: who may know whom, what keeps the mathematics repeatable, how
 * things are named, and that the job files and the classes name each other.
 *
 * <p>A rule that fails says why it exists. Where building shows that a rule is wrong, change the
 * rule here and write the reason into {@code src/site/markdown/decisions}.
 */
package org.demandwright.architecture;
