package org.demandwright.console.frame;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.util.Iterator;
import org.demandwright.app.Unavailable;

/**
 * Opens a page anew whose view the server has forgotten, and leads to the error page where a script
 * in the page asked: otherwise a failed click would do nothing at all. Everything else is left to
 * the server's error pages.
 */
class PageFailureHandler extends ExceptionHandlerWrapper {
  private static final System.Logger LOG = System.getLogger(PageFailureHandler.class.getName());

  PageFailureHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() throws FacesException {
    FacesContext faces = FacesContext.getCurrentInstance();
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    while (events.hasNext() && !faces.getResponseComplete()) {
      Throwable thrown = events.next().getContext().getException();
      if (thrown instanceof ViewExpiredException) {
        events.remove();
        redirect(faces, pageOf(faces.getExternalContext()));
      } else if (faces.getPartialViewContext().isAjaxRequest()) {
        boolean away = Unavailable.behind(thrown).isPresent();
        LOG.log(away ? Level.WARNING : Level.ERROR, "A page failed", thrown);
        events.remove();
        String page = away ? "/errors/503.html" : "/errors/500.html";
        redirect(faces, faces.getExternalContext().getRequestContextPath() + page);
      }
    }
    getWrapped().handle();
  }

  private static String pageOf(ExternalContext external) {
    HttpServletRequest request = (HttpServletRequest) external.getRequest();
    return request.getContextPath() + request.getServletPath();
  }

  private static void redirect(FacesContext faces, String location) {
    try {
      faces.getExternalContext().redirect(location);
      faces.responseComplete();
    } catch (IOException e) {
      throw new UncheckedIOException("The browser went away before it was sent on", e);
    }
  }
}
