package org.demandwright.security;

import jakarta.servlet.http.HttpServletRequest;

/** The path of a request within the application, as the server found its target by it. */
final class RequestPath {
  private RequestPath() {}

  /** Returns it decoded and without path parameters: not as the caller chose to write it. */
  static String of(HttpServletRequest request) {
    String more = request.getPathInfo();
    return more == null ? request.getServletPath() : request.getServletPath() + more;
  }

  /** Returns whether the request is one to a page that cannot be shown for a part of the data. */
  static boolean isOfAllData(HttpServletRequest request) {
    return of(request).startsWith("/admin/");
  }

  /** Returns whether the request is one to the API. */
  static boolean isApi(HttpServletRequest request) {
    String path = of(request);
    return path.equals("/api") || path.startsWith("/api/");
  }
}
