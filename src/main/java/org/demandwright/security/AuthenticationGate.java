package org.demandwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.CredentialValidationResult.Status;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.demandwright.store.StoreException;

/**
 * Lets callers in: under {@code /api/} by the HTTP Basic credentials of each single request, where
 * a session counts for nothing (so no page of another site can make a browser call the API);
 * everywhere else by a session that the login page opened.
 */
@ApplicationScoped
public class AuthenticationGate implements HttpAuthenticationMechanism {
  private static final System.Logger LOG = System.getLogger(AuthenticationGate.class.getName());

  @Inject AccountIdentityStore accounts;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    return request.getRequestURI().startsWith(request.getContextPath() + "/api/")
        ? apiRequest(request, response, context)
        : pageRequest(request, response, context);
  }

  private AuthenticationStatus apiRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<UsernamePasswordCredential> given =
        BasicCredentials.parse(request.getHeader("Authorization"));
    if (given.isEmpty()) {
      ApiRefusal.notAuthenticated().write(request, response);
      return AuthenticationStatus.SEND_FAILURE;
    }
    CredentialValidationResult result;
    try {
      result = accounts.validate(given.get());
    } catch (StoreException e) {
      if (!e.isAway()) {
        throw e;
      }
      LOG.log(Level.WARNING, "Nobody can be let in: {0}", e.getMessage());
      ApiRefusal.unavailable(StoreException.AWAY).write(request, response);
      return AuthenticationStatus.SEND_FAILURE;
    }
    if (result.getStatus() == Status.VALID) {
      return context.notifyContainerAboutLogin(result);
    }
    Duration wait = accounts.shutFor(given.get().getCaller());
    ApiRefusal.wrongCredentials(wait).write(request, response);
    return AuthenticationStatus.SEND_FAILURE;
  }

  private AuthenticationStatus pageRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Credential credential = context.getAuthParameters().getCredential();
    if (credential != null) {
      return login(request, context, credential);
    }
    Optional<SignedIn> caller = SignedIn.of(request);
    if (caller.isPresent()) {
      CallerPrincipal principal = new CallerPrincipal(caller.get().name());
      return context.notifyContainerAboutLogin(principal, caller.get().roles());
    }
    return context.isProtected()
        ? LoginRedirect.of(request).send(request, response)
        : context.doNothing();
  }

  private AuthenticationStatus login(
      HttpServletRequest request, HttpMessageContext context, Credential credential) {
    CredentialValidationResult result = accounts.validate(credential);
    if (result.getStatus() != Status.VALID) {
      return AuthenticationStatus.SEND_FAILURE;
    }
    new SignedIn(result.getCallerPrincipal().getName(), result.getCallerGroups()).open(request);
    return context.notifyContainerAboutLogin(result);
  }
}
