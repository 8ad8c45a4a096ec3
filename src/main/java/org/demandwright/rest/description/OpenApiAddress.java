package org.demandwright.rest.description;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Where tools look for the description of an API: leads to where it lies, behind the login. */
@WebServlet("/openapi")
public class OpenApiAddress extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {
    response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
    response.setHeader("Location", request.getContextPath() + "/api/v1/openapi");
  }
}
