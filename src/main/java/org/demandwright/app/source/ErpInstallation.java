package org.demandwright.app.source;

import java.util.List;
import java.util.Map;
import org.demandwright.erp.adapter.ViewInstallation;

/**
 * What an installation of views did, or would do.
 *
 * @param replaces views that are there and are made anew
 * @param creates views that are not there yet
 * @param keeps settings of the administrator that stay as they are
 * @param done what is in effect, in words
 * @param remarks what is worth a word though it stops nothing
 * @param failure what stopped it, or would, and in which state the ERP is; empty where all went
 *     well
 */
public record ErpInstallation(
    boolean dryRun,
    List<String> replaces,
    List<String> creates,
    List<String> keeps,
    List<String> done,
    List<String> remarks,
    String failure) {

  /**
   * What is wished.
   *
   * @param grantTo user who shall read the views, empty = nobody new
   * @param replaceForeign whether views that are not Demandwright's may be replaced
   * @param resetSettings whether the settings that an administrator made are forgotten
   * @param dryRun whether only to say what would be done
   */
  public record Wish(
      String erp,
      String version,
      Map<String, String> parameters,
      String grantTo,
      boolean replaceForeign,
      boolean resetSettings,
      boolean dryRun) {
    public Wish {
      parameters = Map.copyOf(parameters);
    }
  }

  static ErpInstallation of(ViewInstallation.Result result) {
    return new ErpInstallation(
        result.dryRun(),
        result.replaces(),
        result.creates(),
        result.keeps(),
        result.done(),
        result.remarks(),
        result.failure().orElse(""));
  }
}
