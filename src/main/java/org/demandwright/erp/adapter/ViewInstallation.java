package org.demandwright.erp.adapter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demandwright.erp.UnusableErp;

/** Puts the views of an adapter into an ERP's database, on request alone. */
public final class ViewInstallation {
  private ViewInstallation() {}

  /**
   * What is wished.
   *
   * @param grantTo the user who shall read the views, empty = grants are left as they are
   * @param replaceForeign whether views of the same names that are not Demandwright's are replaced;
   *     tables never are
   * @param resetSettings whether the views of {@code settings.sql} are made anew, which forgets
   *     what the administrator wrote into them
   * @param dryRun whether only to say what would be done
   */
  public record Wish(
      ErpAdapter adapter,
      String version,
      Map<String, String> parameters,
      Optional<String> grantTo,
      boolean replaceForeign,
      boolean resetSettings,
      boolean dryRun) {
    public Wish {
      parameters = Map.copyOf(parameters);
    }
  }

  /**
   * What was done, or would be.
   *
   * @param replaces views that are there and are made anew
   * @param creates views that are not there yet
   * @param keeps settings of the administrator that stay as they are
   * @param done statements that are in effect, in words
   * @param remarks what is worth a word though it stops nothing
   * @param failure what stopped it, or would, and in which state the ERP is; empty where all went
   *     well
   */
  public record Result(
      boolean dryRun,
      List<String> replaces,
      List<String> creates,
      List<String> keeps,
      List<String> done,
      List<String> remarks,
      Optional<String> failure) {
    public Result {
      replaces = List.copyOf(replaces);
      creates = List.copyOf(creates);
      keeps = List.copyOf(keeps);
      done = List.copyOf(done);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * Installs views: in one transaction where the database can, else statement by statement. Running
   * it again changes nothing.
   *
   * @param connection as a user who may create views beside the ERP's tables
   * @throws UnusableErp if it is refused; nothing has been touched then
   */
  public static Result install(Connection connection, Wish wish) throws SQLException {
    return new Installer(connection, wish).install();
  }

  /** Returns the statements that take the views of an adapter back, the last one first. */
  public static AdapterScript drop(ErpAdapter adapter, String version) {
    return Installer.drop(adapter, version);
  }
}
