package org.demandwright.rest;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.demandwright.app.Refused;
import org.demandwright.app.Unavailable;
import org.demandwright.rest.wire.Problem;
import org.eclipse.microprofile.health.Readiness;

/**
 * Where the server sends errors that no resource answered: programs get problem details, people get
 * a page.
 */
@WebServlet(value = "/error", loadOnStartup = ErrorServlet.LAST)
public class ErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  static final int LAST = 1_000;
  private static final Set<Integer> PAGES = Set.of(403, 404, 500, 503);

  @Inject @Readiness transient StoreReadiness readiness;

  @Override
  public void init() {
    readiness.deployed();
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Integer code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Optional<Refused> away = Unavailable.behind(thrown);
    Integer status =
        away.isPresent() ? Integer.valueOf(HttpServletResponse.SC_SERVICE_UNAVAILABLE) : code;
    away.filter(r -> !r.retryAfter().isZero())
        .ifPresent(
            r -> response.setHeader("Retry-After", Long.toString(r.retryAfter().toSeconds())));
    String path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (status == null || path == null) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND); // somebody typed this address
    } else if ((path + "/").startsWith(request.getContextPath() + "/api/")) {
      sendProblem(response, away.map(Problem::of).orElseGet(() -> Problem.of(status)), path);
    } else {
      sendPage(request, response, status);
    }
  }

  private static void sendProblem(HttpServletResponse response, Problem problem, String path)
      throws IOException {
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    String json = problem.toJson(path);
    response.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
  }

  private static void sendPage(HttpServletRequest request, HttpServletResponse response, int status)
      throws ServletException, IOException {
    int page = PAGES.contains(status) ? status : status < 500 ? 404 : 500;
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    request.getRequestDispatcher("/errors/" + page + ".html").include(request, response);
  }
}
