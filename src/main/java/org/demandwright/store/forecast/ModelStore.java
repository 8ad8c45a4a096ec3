package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.demandwright.core.Failure;
import org.demandwright.core.evaluate.PanelOutlook;
import org.demandwright.store.sql.Sql;

/** What the global models of a version learned at each origin. */
@ApplicationScoped
public class ModelStore {
  private final Sql sql;

  @Inject
  ModelStore(Sql sql) {
    this.sql = sql;
  }

  ModelStore() {
    this(null);
  }

  /**
   * One global model at one origin.
   *
   * @param state what it learned, as its model wrote it; empty where it failed
   * @param failure why it learned nothing
   */
  public record StoredFit(
      int origin, String modelId, Optional<String> state, Optional<Failure> failure) {}

  /** Writes all fits of one origin at once, in place of what was there. */
  @Transactional
  public void replace(long versionId, int origin, List<StoredFit> fits) {
    sql.update("delete from global_fit where version_id = ? and origin = ?", versionId, origin);
    sql.batch(
        "insert into global_fit (version_id, origin, model_id, state, failure)"
            + " values (?, ?, ?, ?, ?)",
        fits.stream()
            .map(
                f ->
                    new Object[] {
                      versionId,
                      origin,
                      f.modelId(),
                      f.state().map(s -> s.getBytes(StandardCharsets.UTF_8)).orElse(null),
                      f.failure().map(Failure::text).orElse(null)
                    })
            .toList());
  }

  /** Takes over what another version learned: its fits, and what it expects of the models. */
  @Transactional
  public void keep(long versionId, long otherId) {
    sql.update("delete from global_fit where version_id = ?", versionId);
    sql.update(
        "insert into global_fit (version_id, origin, model_id, state, failure)"
            + " select %d, origin, model_id, state, failure from global_fit where version_id = ?"
                .formatted(versionId),
        otherId);
    replaceOutlook(versionId, outlook(otherId));
  }

  public List<StoredFit> fits(long versionId) {
    return sql.list(
        row ->
            new StoredFit(
                row.getInt(1),
                row.getString(2),
                Optional.ofNullable(row.getBytes(3))
                    .map(b -> new String(b, StandardCharsets.UTF_8)),
                Optional.ofNullable(row.getString(4)).map(Failure::parse)),
        "select origin, model_id, state, failure from global_fit where version_id = ?"
            + " order by origin, model_id",
        versionId);
  }

  /** Writes what is expected of the models, in place of what was there. */
  @Transactional
  public void replaceOutlook(long versionId, PanelOutlook outlook) {
    sql.update("delete from model_outlook where version_id = ?", versionId);
    sql.update(
        "insert into model_outlook (version_id, outlook) values (?, ?)",
        versionId,
        OutlookCodec.bytes(outlook));
  }

  /** Returns what is expected of the models; nothing if nothing was learned. */
  public PanelOutlook outlook(long versionId) {
    return sql.first(
            row -> OutlookCodec.outlook(row.getBytes(1)),
            "select outlook from model_outlook where version_id = ?",
            versionId)
        .orElse(PanelOutlook.none());
  }
}
