package org.demandwright.app.forecast;

import javax.sql.DataSource;
import org.demandwright.app.English;
import org.demandwright.store.VersionRows;

/**
 * The content hash of a version as it was before reasons were kept as words: over the English
 * sentences. Equal to what an earlier build told = every sentence of every row reads as it did.
 */
public final class EnglishContents {
  private EnglishContents() {}

  public static String hash(DataSource store, long versionId) {
    VersionContents contents = new VersionContents(English::english);
    VersionRows.each(store, versionId, contents::add);
    return contents.close(0, 0).hash();
  }
}
