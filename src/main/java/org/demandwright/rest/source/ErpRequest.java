package org.demandwright.rest.source;

import java.util.Set;
import org.demandwright.app.source.ErpConnection;
import org.demandwright.app.source.ErpTarget;
import org.demandwright.rest.wire.JsonBody;

/**
 * Reads the bodies of {@code POST /erp/check} and {@code POST /erp/views}; whatever is wrong with
 * one is a refusal that never repeats a value of it, since one of them is a password.
 */
final class ErpRequest {
  static final String CHECK =
      "{\"url\": \"jdbc:postgresql://db:5432/erp\", \"user\": \"reader\", \"password\": \"…\"}";
  static final String INSTALL =
      "{\"erp\": \"demo\", \"version\": \"1\", \"parameters\": {}, \"user\": \"owner\", \"password\":"
          + " \"…\", \"grantTo\": \"demandwright\", \"dryRun\": true}";
  private static final Set<String> PLACE = Set.of("url", "jndi", "user", "password");
  private static final Set<String> WISH =
      Set.of(
          "url",
          "jndi",
          "user",
          "password",
          "erp",
          "version",
          "parameters",
          "grantTo",
          "replaceForeign",
          "resetSettings",
          "dryRun");

  private final JsonBody body;

  private ErpRequest(JsonBody body) {
    this.body = body;
  }

  static ErpRequest check(String body) {
    return new ErpRequest(JsonBody.of(body, PLACE, CHECK));
  }

  static ErpRequest install(String body) {
    return new ErpRequest(JsonBody.of(body, WISH, INSTALL));
  }

  /**
   * Returns where to look. A user without a password may be a slip or a user that has none: the
   * caller must say which.
   */
  ErpTarget target() {
    if (!body.text("user").isBlank() && !body.has("password")) {
      throw body.wrong(
          "Member user is given without password; give password, an empty text where the user has"
              + " none");
    }
    return new ErpTarget(
        body.text("url"), body.text("jndi"), body.text("user"), body.text("password"));
  }

  ErpConnection.Wish wish() {
    return new ErpConnection.Wish(
        body.needed("erp"),
        body.needed("version"),
        body.texts("parameters"),
        body.text("grantTo"),
        body.flag("replaceForeign"),
        body.flag("resetSettings"),
        body.flag("dryRun"));
  }
}
