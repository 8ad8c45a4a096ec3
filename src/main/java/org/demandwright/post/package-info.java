/**
 * The door through which messages leave: it takes what use cases hand out and sends it. It decides
 * nothing about what is told, to whom and when again; that is {@link
 * org.demandwright.app.exchange}'s.
 */
package org.demandwright.post;
