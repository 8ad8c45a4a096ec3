package org.demandwright.erp.adapter;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demandwright.erp.adapter.ErpAdapter.Status;

/**
 * What the views say of themselves in {@code dw_adapter}, as it stands there; any text may be null.
 */
record AdapterClaim(String erp, String version, String status, int contract) {

  /**
   * Reads the first row.
   *
   * @param query gives the row, such as {@code select * from dw_adapter}
   */
  static Optional<AdapterClaim> read(LimitedQueries queries, String query) throws SQLException {
    return queries
        .list(
            query,
            1,
            row ->
                new AdapterClaim(
                    row.getString("erp"),
                    row.getString("erp_version"),
                    row.getString("adapter_status"),
                    row.getInt("contract")))
        .stream()
        .findFirst();
  }

  /** Any other word than RELEASED counts as a draft. */
  Status counted() {
    return "RELEASED".equals(status) ? Status.RELEASED : Status.DRAFT;
  }

  /** Returns in which the row and the adapters that are known disagree, as sentences. */
  List<String> against(AdapterCatalog catalog) {
    Optional<ErpAdapter> adapter =
        catalog.adapters().stream().filter(a -> a.erp().equals(erp)).findFirst();
    if (adapter.isEmpty()) {
      return List.of(
          "dw_adapter says that the views are those of '%s', but no adapter has a folder of that name (%s): name the folder and dw_adapter.erp alike."
              .formatted(erp, String.join(", ", names(catalog))));
    }
    return against(adapter.get());
  }

  private static List<String> names(AdapterCatalog catalog) {
    return catalog.adapters().stream().map(ErpAdapter::erp).toList();
  }

  /** Returns in which the row and its own adapter disagree. */
  List<String> against(ErpAdapter adapter) {
    return adapter.versions().stream()
        .filter(v -> v.id().equals(version))
        .findFirst()
        .map(v -> against(adapter, v))
        .orElseGet(
            () ->
                List.of(
                    "dw_adapter says version '%s', which the adapter %s does not have (%s): correct erp_version there, or name the version in adapter.properties."
                        .formatted(
                            version,
                            adapter.erp(),
                            String.join(
                                ", ",
                                adapter.versions().stream()
                                    .map(ErpAdapter.Version::id)
                                    .toList()))));
  }

  /** Returns in which the row and the version that was installed disagree. */
  List<String> against(ErpAdapter adapter, ErpAdapter.Version installed) {
    List<String> words = new ArrayList<>();
    if (!adapter.erp().equals(erp)) {
      words.add(
          "dw_adapter.erp is '%s', but the adapter's folder is %s: write '%s' there, else the check takes the views for those of another ERP."
              .formatted(erp, adapter.erp(), adapter.erp()));
    }
    if (!installed.id().equals(version)) {
      words.add(
          "dw_adapter.erp_version is '%s', but the adapter's version is %s: write '%s' there."
              .formatted(version, installed.id(), installed.id()));
    }
    if (!"RELEASED".equals(status) && !"DRAFT".equals(status)) {
      words.add(
          "dw_adapter.adapter_status is '%s', neither RELEASED nor DRAFT, and counts as DRAFT: write one of them, in capitals."
              .formatted(status));
    } else if (counted() != installed.status()) {
      words.add(
          "dw_adapter.adapter_status is %s, but version.%s.status in the adapter's properties is %s: one was changed without the other; correct it and install the views again."
              .formatted(
                  status, installed.id(), installed.status().name().toLowerCase(Locale.ROOT)));
    }
    return words;
  }
}
