package org.demandwright.erp.adapter;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demandwright.erp.UnusableErp;

/**
 * Every adapter that can be read, by the name of its folder: those packed with the product and
 * those in a folder of the administrator, which take the place of packed ones of the same name. An
 * adapter that cannot be read does not take the others with it.
 *
 * @param adapters in the order of their names
 * @param problems what is wrong with those that cannot be read: file, key and what to write
 */
public record AdapterCatalog(List<ErpAdapter> adapters, List<String> problems) {

  public AdapterCatalog {
    adapters = List.copyOf(adapters);
    problems = List.copyOf(problems);
  }

  /** Reads the packed adapters. */
  public static AdapterCatalog packed() {
    return read(Optional.empty());
  }

  /**
   * Reads the packed adapters and those below a folder of the administrator.
   *
   * @param own holds one folder an adapter
   */
  public static AdapterCatalog read(Optional<Path> own) {
    Map<String, ErpAdapter> adapters = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    List<FolderText> folders = new ArrayList<>(AdapterFolders.packed());
    own.ifPresent(folder -> folders.addAll(AdapterFolders.below(folder, problems)));
    for (FolderText folder : folders) {
      try {
        adapters.put(folder.name(), AdapterProperties.read(folder));
      } catch (UnusableErp wrong) {
        problems.add(wrong.getMessage());
      }
    }
    return new AdapterCatalog(List.copyOf(adapters.values()), problems);
  }

  /** Returns the adapter of this folder; an unknown one is refused with the known ones. */
  public ErpAdapter adapter(String erp) {
    return adapters.stream()
        .filter(a -> a.erp().equals(erp))
        .findFirst()
        .orElseThrow(
            () ->
                new UnusableErp(
                    "There is no adapter "
                        + erp
                        + "; there are "
                        + adapters.stream().map(ErpAdapter::erp).toList()
                        + (problems.isEmpty() ? "." : ". Not readable: " + problems)));
  }
}
