package org.demandwright.console.frame;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import org.demandwright.app.Refused;

/** Tells the user what happened, at the top of the page. */
public final class Messages {
  private Messages() {}

  public static void done(String key, Object... values) {
    add(FacesMessage.SEVERITY_INFO, Texts.of(key, values));
  }

  public static void info(String text) {
    add(FacesMessage.SEVERITY_INFO, text);
  }

  public static void refused(Refused refused) {
    add(FacesMessage.SEVERITY_ERROR, refused.getMessage());
  }

  public static void error(String text) {
    add(FacesMessage.SEVERITY_ERROR, text);
  }

  private static void add(FacesMessage.Severity severity, String text) {
    FacesContext.getCurrentInstance().addMessage(null, new FacesMessage(severity, text, null));
  }
}
