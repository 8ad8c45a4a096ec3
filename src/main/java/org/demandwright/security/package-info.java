/**
 * Who may come in: accounts, roles, logins. Under {@code /api/} every request brings its own HTTP
 * Basic credentials and no session counts; everywhere else a login page opens a session.
 *
 * <p>Doors use {@link org.demandwright.security.Roles} and nothing else from here; what an account
 * may do once inside is said by {@code @RolesAllowed} on the resources and by the constraints in
 * {@code web.xml}. No rule about forecasts or jobs belongs here.
 */
package org.demandwright.security;
