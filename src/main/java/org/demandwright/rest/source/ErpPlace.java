package org.demandwright.rest.source;

import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.source.ErpTarget;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code POST /erp/check}: another address or another user, for this one time. Nothing
 * of it is kept or repeated, since one of its members is a password.
 *
 * @param password an empty text where the user has none
 */
@Schema(
    example =
        "{\"url\": \"jdbc:postgresql://db:5432/erp\", \"user\": \"reader\", \"password\": \"…\"}")
public record ErpPlace(
    Optional<String> url, Optional<String> jndi, Optional<String> user, Optional<String> password) {

  /**
   * Returns where to look. A user without a password may be a slip or a user that has none: the
   * caller must say which.
   */
  ErpTarget target() {
    if (user.filter(name -> !name.isBlank()).isPresent() && password.isEmpty()) {
      throw Refused.because(
          "password",
          "Member user is given without password; give password, an empty text where the user has"
              + " none.");
    }
    return new ErpTarget(url.orElse(""), jndi.orElse(""), user.orElse(""), password.orElse(""));
  }

  @Override
  public String toString() {
    return "ErpPlace[url=" + url + ", jndi=" + jndi + ", user=" + user + "]";
  }
}
