/** The door of time: starts jobs when their schedule says so. It calls {@code app} only. */
package org.demandwright.schedule;
