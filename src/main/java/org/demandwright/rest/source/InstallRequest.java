package org.demandwright.rest.source;

import java.util.Map;
import java.util.Optional;
import org.demandwright.app.Refused;
import org.demandwright.app.source.ErpConnection;
import org.demandwright.app.source.ErpTarget;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of {@code POST /erp/views}. Nothing of it is kept or repeated, since one of its members
 * is a password.
 *
 * @param erp the adapter
 * @param version of the adapter
 * @param grantTo the user who reads the views
 * @param replaceForeign whether views of somebody else may be replaced
 * @param resetSettings whether settings of the administrator in the views are lost
 * @param dryRun whether nothing is to be done but to say what would be
 */
@Schema(
    example =
        "{\"erp\": \"demo\", \"version\": \"1\", \"parameters\": {}, \"user\": \"owner\","
            + " \"password\": \"…\", \"grantTo\": \"demandwright\", \"dryRun\": true}")
public record InstallRequest(
    Optional<String> url,
    Optional<String> jndi,
    Optional<String> user,
    Optional<String> password,
    String erp,
    String version,
    Map<String, String> parameters,
    Optional<String> grantTo,
    Optional<Boolean> replaceForeign,
    Optional<Boolean> resetSettings,
    Optional<Boolean> dryRun) {

  ErpTarget target() {
    return new ErpPlace(url, jndi, user, password).target();
  }

  ErpConnection.Wish wish() {
    return new ErpConnection.Wish(
        needed("erp", erp),
        needed("version", version),
        parameters,
        grantTo.orElse(""),
        replaceForeign.orElse(false),
        resetSettings.orElse(false),
        dryRun.orElse(false));
  }

  private static String needed(String member, String text) {
    if (text.isBlank()) {
      throw Refused.because(member, "Member " + member + " is blank.");
    }
    return text;
  }

  @Override
  public String toString() {
    return "InstallRequest[erp=" + erp + ", version=" + version + "]";
  }
}
