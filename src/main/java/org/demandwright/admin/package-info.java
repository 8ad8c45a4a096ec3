/**
 * The pages for people: one view bean prepares one page and holds no rule; use cases in {@code
 * org.demandwright.app} decide. The words on the pages are in {@code messages.properties}.
 *
 * <p>Nothing here touches a database or a batch runtime, and nothing outside calls in: the pages in
 * {@code src/main/webapp} find the beans by name.
 */
package org.demandwright.admin;
