package org.demandwright.rest.access;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.demandwright.security.AccessTokens;

/**
 * {@code POST /oauth/token}: the client credentials grant of RFC 6749, whose requests are forms and
 * whose errors are words of that standard; so it stands beside the API and not in it.
 */
@WebServlet("/oauth/token")
public class TokenEndpoint extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int MOST_BYTES = 4_096;
  private static final int TOO_MANY_REQUESTS = 429;

  @Inject transient AccessTokens tokens;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String type = request.getContentType();
    if (type == null
        || !type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")
        || request.getContentLengthLong() < 0
        || request.getContentLengthLong() > MOST_BYTES
        || request.getQueryString() != null) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, "invalid_request");
    } else if (!"client_credentials".equals(request.getParameter("grant_type"))) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, "unsupported_grant_type");
    } else {
      answer(given(request), response);
    }
  }

  private Optional<AccessTokens.Given> given(HttpServletRequest request) {
    String client = request.getParameter("client_id");
    String secret = request.getParameter("client_secret");
    return tokens
        .give(request)
        .or(
            () ->
                client == null || secret == null
                    ? Optional.empty()
                    : Optional.of(tokens.give(request, client, secret)));
  }

  private static void answer(Optional<AccessTokens.Given> given, HttpServletResponse response)
      throws IOException {
    if (given.isPresent() && given.get().token().isPresent()) {
      JsonObject body =
          Json.createObjectBuilder()
              .add("access_token", given.get().token().get())
              .add("token_type", "Bearer")
              .add("expires_in", given.get().life().toSeconds())
              .build();
      write(response, HttpServletResponse.SC_OK, body);
    } else if (given.isPresent() && !given.get().life().isZero()) {
      response.setHeader("Retry-After", Long.toString(given.get().life().toSeconds() + 1));
      refuse(response, TOO_MANY_REQUESTS, "invalid_client");
    } else {
      response.setHeader("WWW-Authenticate", "Basic realm=\"Demandwright\", charset=\"UTF-8\"");
      refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "invalid_client");
    }
  }

  private static void refuse(HttpServletResponse response, int status, String error)
      throws IOException {
    write(response, status, Json.createObjectBuilder().add("error", error).build());
  }

  private static void write(HttpServletResponse response, int status, JsonObject body)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
