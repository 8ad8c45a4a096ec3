package org.demandwright.erp.adapter;

import java.util.Map;

/**
 * The texts of one adapter's folder.
 *
 * @param name of the folder, which names the ERP
 * @param place where it lies, as messages say it
 * @param files text by path inside the folder, parts separated by slashes
 */
public record FolderText(String name, String place, Map<String, String> files) {
  static final String PROPERTIES = "adapter.properties";

  public FolderText {
    files = Map.copyOf(files);
  }

  /** Returns how messages name a file of this folder. */
  String file(String path) {
    return place + "/" + path;
  }
}
