package org.demandwright.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.demandwright.app.Clock;
import org.demandwright.security.audit.AuditTrail;
import org.demandwright.security.audit.CallerAddress;
import org.demandwright.security.audit.Origin;
import org.demandwright.security.oidc.CodeFlow;
import org.demandwright.security.oidc.NotVouched;
import org.demandwright.store.access.Account;

/** Sends people to the identity provider to log in, and opens a session when they come back. */
@WebServlet({"/login/oidc", OutsideLogin.CALLBACK})
public class OutsideLogin extends HttpServlet {
  static final String CALLBACK = "/login/oidc/callback";
  private static final long serialVersionUID = 1L;
  private static final System.Logger LOG = System.getLogger(OutsideLogin.class.getName());
  private static final String BEGUN = CodeFlow.Begun.class.getName();

  @Inject transient CodeFlow flow;
  @Inject transient OutsideAccounts accounts;
  @Inject transient Logins logins;
  @Inject transient CallerAddress addresses;
  @Inject transient AuditTrail audit;
  @Inject transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!flow.isOffered()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Cache-Control", "no-store");
    try {
      response.sendRedirect(
          request.getServletPath().equals(CALLBACK)
              ? end(request, response)
              : begin(request, response));
    } catch (NotVouched e) {
      LOG.log(Level.WARNING, "Nobody was let in by the identity provider: {0}", e.getMessage());
      audit.record(
          Origin.of(request).as(Origin.NOBODY),
          "login.fail",
          "account/" + Origin.NOBODY,
          AuditTrail.NOTHING,
          Map.of("by", "OIDC", "reason", e.getMessage()));
      response.sendRedirect(request.getContextPath() + "/login.xhtml?refused=oidc");
    }
  }

  private String begin(HttpServletRequest request, HttpServletResponse response) throws NotVouched {
    CodeFlow.Begun login = flow.begin(LocalTarget.of(request.getParameter("to")));
    String address = flow.address(login).toString();
    request.getSession(true).setAttribute(BEGUN, login);
    if (addresses.isSecure(request)) {
      SignedIn.secureCookies(response);
    }
    return address;
  }

  private String end(HttpServletRequest request, HttpServletResponse response) throws NotVouched {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(BEGUN) instanceof CodeFlow.Begun login)) {
      throw new NotVouched("A login came back that was not begun in this browser");
    }
    session.removeAttribute(BEGUN);
    Origin origin = Origin.of(request);
    Account account =
        accounts.of(
            flow.end(login, request.getParameter("state"), request.getParameter("code")), origin);
    Caller caller =
        logins
            .vouched(account, "OIDC", origin, true)
            .caller()
            .orElseThrow(() -> new NotVouched("The account may not log in"));
    SignedIn.of(caller, clock.now()).open(request, response, addresses.isSecure(request));
    return request.getContextPath() + login.to();
  }
}
