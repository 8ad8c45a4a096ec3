/**
 * The identity provider outside: what it offers, its keys, its tokens, the login of people there
 * (authorization code with PKCE).
 *
 * <p>The only package that knows the library which verifies tokens. It says who a token is about;
 * whether they are let in is decided in {@code security}.
 */
package org.demandwright.security.oidc;
