package org.demandwright.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.demandwright.app.Clock;
import org.demandwright.app.settings.Settings;
import org.demandwright.security.audit.CallerAddress;
import org.demandwright.security.audit.Origin;
import org.demandwright.store.StoreException;
import org.demandwright.store.access.Account;

/**
 * Lets callers in: under {@code /api} by the HTTP Basic credentials or the Bearer token of each
 * single request, where a session counts for nothing (so no page of another site can make a browser
 * call the API); everywhere else by a session that the login page opened.
 */
@ApplicationScoped
public class AuthenticationGate implements HttpAuthenticationMechanism {
  private static final System.Logger LOG = System.getLogger(AuthenticationGate.class.getName());
  private static final String BEARER = "Bearer ";

  @Inject Logins logins;
  @Inject KnownAccounts known;
  @Inject CallerAddress addresses;
  @Inject Settings settings;
  @Inject Clock clock;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    addresses.find(request);
    return RequestPath.isApi(request)
        ? apiRequest(request, response, context)
        : pageRequest(request, response, context);
  }

  private AuthenticationStatus apiRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    try {
      Optional<Admission> asked = admission(request);
      if (asked.isEmpty()) {
        return refuse(ApiRefusal.notAuthenticated(), request, response);
      }
      Admission admission = asked.get();
      if (admission.caller().isEmpty()) {
        return refuse(ApiRefusal.of(admission), request, response);
      }
      Caller caller = admission.caller().get();
      if (caller.mustChange() && !OwnPassword.isAsked(request)) {
        return refuse(ApiRefusal.passwordFirst(), request, response);
      }
      CallerScope.note(request, caller.scope());
      HeldCall.note(request, caller, secret(request));
      return context.notifyContainerAboutLogin(new CallerPrincipal(caller.name()), caller.roles());
    } catch (StoreException e) {
      if (!e.isAway()) {
        throw e;
      }
      LOG.log(Level.WARNING, "Nobody can be let in: {0}", e.getMessage());
      return refuse(ApiRefusal.unavailable(StoreException.AWAY), request, response);
    }
  }

  private Optional<Admission> admission(HttpServletRequest request) {
    Optional<String> token = token(request);
    if (token.isPresent()) {
      return Optional.of(logins.byToken(token.get(), Origin.of(request)));
    }
    return BasicCredentials.parse(request.getHeader("Authorization"))
        .map(
            c ->
                logins.byPassword(
                    c.getCaller(), c.getPassword().getValue(), Origin.of(request), false));
  }

  private static Optional<String> token(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Authorization"))
        .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(header -> header.substring(BEARER.length()).strip());
  }

  /** What may end before the account does: a token, or a secret in place of a password. */
  private static Optional<String> secret(HttpServletRequest request) {
    return token(request)
        .or(
            () ->
                BasicCredentials.parse(request.getHeader("Authorization"))
                    .map(UsernamePasswordCredential::getPasswordAsString)
                    .filter(text -> text.startsWith(RandomSecret.SECRET)));
  }

  private static AuthenticationStatus refuse(
      ApiRefusal refusal, HttpServletRequest request, HttpServletResponse response) {
    refusal.write(request, response);
    return AuthenticationStatus.SEND_FAILURE;
  }

  private AuthenticationStatus pageRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Credential credential = context.getAuthParameters().getCredential();
    if (credential instanceof UsernamePasswordCredential given) {
      return login(request, response, context, given);
    }
    Optional<SignedIn> session = SignedIn.of(request);
    Optional<Account> account = session.flatMap(this::goesOn);
    if (session.isPresent() && account.isEmpty()) {
      SignedIn.end(request);
    }
    if (account.isPresent()) {
      SignedIn caller = session.get();
      if (caller.mustChange() && context.isProtected() && !OwnPassword.isAsked(request)) {
        return OwnPassword.send(request, response);
      }
      CallerScope.note(request, account.get().scope());
      if (RequestPath.isOfAllData(request) && !account.get().scope().isUnrestricted()) {
        return forbid(response);
      }
      return context.notifyContainerAboutLogin(new CallerPrincipal(caller.name()), caller.roles());
    }
    return context.isProtected()
        ? LoginRedirect.of(request).send(request, response)
        : context.doNothing();
  }

  /** The pages of whoever looks after the installation show, and change, all of the data. */
  private static AuthenticationStatus forbid(HttpServletResponse response) {
    try {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    } catch (IOException e) {
      throw new UncheckedIOException("the browser is gone", e);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }

  /** Returns whose session it is, as the account is now; empty where the session has ended. */
  private Optional<Account> goesOn(SignedIn session) {
    return clock.now().isBefore(session.since().plus(settings.security().session()))
        ? known.unchanged(session.name(), session.changes())
        : Optional.empty();
  }

  private AuthenticationStatus login(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpMessageContext context,
      UsernamePasswordCredential given) {
    Admission admission =
        logins.byPassword(
            given.getCaller(), given.getPassword().getValue(), Origin.of(request), true);
    if (admission.caller().isEmpty()) {
      return AuthenticationStatus.SEND_FAILURE;
    }
    Caller caller = admission.caller().get();
    CallerScope.note(request, caller.scope());
    SignedIn.of(caller, clock.now()).open(request, response, addresses.isSecure(request));
    return context.notifyContainerAboutLogin(new CallerPrincipal(caller.name()), caller.roles());
  }
}
