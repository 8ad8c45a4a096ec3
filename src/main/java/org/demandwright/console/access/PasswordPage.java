package org.demandwright.console.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.app.Refused;
import org.demandwright.app.access.Accounts;
import org.demandwright.console.frame.Messages;
import org.demandwright.console.frame.Texts;

/**
 * Prepares {@code account/password.xhtml}: people choose their own password, and log in with it.
 */
@Named
@RequestScoped
public class PasswordPage {
  @Inject Accounts accounts;

  private String current;
  private String chosen;
  private String again;

  /** Changes the password; the session ends with it, as all others of this account do. */
  public String change() {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    try {
      accounts.changeOwnPassword(external.getRemoteUser(), current, chosen);
    } catch (Refused refused) {
      Messages.refused(refused);
      return null;
    }
    external.getFlash().setKeepMessages(true);
    Messages.info(Texts.of("password.changed"));
    return "/login?faces-redirect=true";
  }

  /** Never shown again. */
  public String getCurrent() {
    return null;
  }

  public void setCurrent(String current) {
    this.current = current;
  }

  /** Never shown again. */
  public String getChosen() {
    return null;
  }

  public void setChosen(String chosen) {
    this.chosen = chosen;
  }

  /** Never shown again. */
  public String getAgain() {
    return null;
  }

  public void setAgain(String again) {
    this.again = again;
  }
}
