package org.demandwright.store.forecast;

import org.demandwright.core.explain.ForecastExplanation;
import org.demandwright.store.Stores;

/** Puts another explanation in the place of the one of a result. */
public final class StoredExplanation {
  private StoredExplanation() {}

  public static void put(
      Stores stores, long versionId, long seriesId, ForecastExplanation explanation) {
    stores
        .sql()
        .update(
            "update series_result set explanation = ? where version_id = ? and series_id = ?",
            ExplanationCodec.bytes(explanation),
            versionId,
            seriesId);
  }
}
