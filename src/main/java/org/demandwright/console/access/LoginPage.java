package org.demandwright.console.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.demandwright.console.frame.Messages;
import org.demandwright.console.frame.Texts;
import org.demandwright.security.LocalTarget;
import org.demandwright.security.LoginToken;
import org.demandwright.security.audit.CallerAddress;
import org.demandwright.security.oidc.CodeFlow;

/** Prepares {@code login.xhtml}: opens a session and goes on to the page that was asked for. */
@Named
@RequestScoped
public class LoginPage {
  @Inject SecurityContext security;
  @Inject CodeFlow outside;
  @Inject CallerAddress addresses;

  private String user;
  private String password;
  private String to;
  private String token;
  private String refused;

  /** Logs in, or says that it did not work without saying which of the two was wrong. */
  public void logIn() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    if (!LoginToken.matches((HttpServletRequest) external.getRequest(), token)) {
      Messages.error(Texts.of("login.again"));
    } else if (authenticate(external) == AuthenticationStatus.SUCCESS) {
      external.redirect(external.getRequestContextPath() + LocalTarget.of(to));
    } else {
      external.setResponseStatus(HttpServletResponse.SC_OK);
      Messages.error(Texts.of("login.failed"));
    }
  }

  private AuthenticationStatus authenticate(ExternalContext external) {
    return security.authenticate(
        (HttpServletRequest) external.getRequest(),
        (HttpServletResponse) external.getResponse(),
        AuthenticationParameters.withParams()
            .credential(new UsernamePasswordCredential(user, password))
            .newAuthentication(true));
  }

  /** Whether people can log in with an identity provider. */
  public boolean isOutside() {
    return outside.isOffered();
  }

  /** Where that is. */
  public String getOutsideAddress() {
    String path = FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath();
    return path + "/login/oidc?to=" + URLEncoder.encode(LocalTarget.of(to), StandardCharsets.UTF_8);
  }

  /** Says that the identity provider, or the account here, let somebody not in. */
  public String getRefused() {
    return refused;
  }

  public void setRefused(String refused) {
    this.refused = refused;
  }

  /** Proves that the form is ours. */
  public String getToken() {
    ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    return LoginToken.of(
        request, (HttpServletResponse) external.getResponse(), addresses.isSecure(request));
  }

  public void setToken(String token) {
    this.token = token;
  }

  public String getUser() {
    return user;
  }

  public void setUser(String user) {
    this.user = user;
  }

  /** Never shown again. */
  public String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }
}
