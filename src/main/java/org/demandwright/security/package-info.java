/**
 * Who may come in: accounts, roles, logins. Under {@code /api} every request brings its own
 * credentials, HTTP Basic or a Bearer token, and no session counts; everywhere else a login page
 * opens a session. {@link org.demandwright.security.AuthenticationGate} is the one way in; what is
 * brought there is judged by {@link org.demandwright.security.Logins}.
 *
 * <p>What an account may do once inside is said by {@code @RolesAllowed} on the resources and by
 * the constraints in {@code web.xml}; who may make and change accounts by {@code app.access}. No
 * rule about forecasts or jobs belongs here.
 */
package org.demandwright.security;
