/** Accounts of people, clients of the API with their tokens, and the audit, over REST. */
package org.demandwright.rest.access;
