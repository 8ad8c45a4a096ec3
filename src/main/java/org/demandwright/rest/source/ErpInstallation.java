package org.demandwright.rest.source;

import java.util.List;
import org.demandwright.erp.adapter.ViewInstallation;

/**
 * What an installation of views did, or would do, as the API says it.
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
