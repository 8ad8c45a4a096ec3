/**
 * What is kept of everything that was done: by whom, from where, what it was before and after.
 *
 * <p>Use cases record what they change within its transaction; whoever lets people in records
 * logins. Which request stands behind a thread is known here alone, so that a use case records the
 * same whichever door it was called through.
 */
package org.demandwright.security.audit;
