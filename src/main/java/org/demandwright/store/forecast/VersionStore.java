package org.demandwright.store.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demandwright.core.Words;
import org.demandwright.core.demand.Bucket;
import org.demandwright.core.pipeline.PlanSetting;
import org.demandwright.core.pipeline.Training;
import org.demandwright.store.sql.Decimals;
import org.demandwright.store.sql.Sql;

/**
 * Versions of the forecast and, a row for each plan, which of its versions readers see. How a
 * version stands goes on as {@link VersionStatus} says.
 */
@ApplicationScoped
public class VersionStore {

  /** What no version shows any more. */
  private static final String ORPHANS =
      "delete from %1$s where not exists (select 1 from version_series v"
          + " where v.%2$s = %1$s.version_id and v.series_id = %1$s.series_id)";

  /** What a version adds up to for each site and step. */
  private static final String VOLUME =
      "insert into version_volume (version_id, org_id, site_id, step, mean)"
          + " select f.version_id, s.org_id, s.site_id, f.step, sum("
          + Decimals.shown("f.mean")
          + ") from forecast f"
          + " join series s on s.series_id = f.series_id where f.version_id = ?"
          + " group by f.version_id, s.org_id, s.site_id, f.step";

  private final Sql sql;
  private final ArchiveStore archive;
  private final PublicationLog log;

  @Inject
  public VersionStore(Sql sql) {
    this.sql = sql;
    this.archive = new ArchiveStore(sql);
    this.log = new PublicationLog(sql);
  }

  VersionStore() {
    this(null);
  }

  /**
   * How a version stands to its plan.
   *
   * @param name of the plan
   * @param differs settings in which it was told otherwise than the plan; empty = it follows it
   */
  public record Planned(String name, Set<PlanSetting> differs) {
    public Planned {
      Objects.requireNonNull(name, "name");
      differs = Set.copyOf(differs);
    }
  }

  /**
   * What a version learned itself and what it kept.
   *
   * @param basedOn the version of which it kept models and weights; empty for a contest
   * @param contestOf the version whose contest chose them
   * @param contestDay the day up to which that contest knew demand
   */
  public record Lineage(
      Training training, Optional<Long> basedOn, long contestOf, LocalDate contestDay) {}

  /** One version; what is not known yet is empty. */
  public record Version(
      long versionId,
      long instanceId,
      VersionStatus status,
      Recipe recipe,
      Planned plan,
      Lineage lineage,
      long series,
      long failed,
      double totalMean,
      NotRecommended notRecommended,
      Optional<String> contentHash,
      Optional<Words> heldBecause,
      Instant createdAt,
      Optional<Instant> publishedAt,
      Optional<AuditStore.Audit> audit,
      boolean current) {}

  /**
   * What a finished version holds.
   *
   * @param series number of series with a forecast
   * @param failed number of those without one
   * @param totalMean Σ of all means, base units, also of series that are not recommended
   */
  public record Contents(
      String hash, long series, long failed, double totalMean, NotRecommended notRecommended) {}

  /**
   * The series of a version that are not recommended to forecast.
   *
   * @param totalMean Σ of their means, base units
   */
  public record NotRecommended(long series, double totalMean) {}

  /** What the readers of a plan see, since when and by whom. */
  public record Publication(long versionId, Instant changedAt, String by, boolean rolledBack) {}

  /**
   * Returns a new version that a job instance builds by a contest.
   *
   * @param plan how it stands to its plan
   */
  public Version open(long instanceId, Recipe r, Planned plan, Instant now) {
    return open(instanceId, r, plan, Training.CONTEST, Optional.empty(), now);
  }

  /**
   * Returns a new version that a job instance builds.
   *
   * @param base of which it keeps what {@code training} says; empty for a contest
   */
  @Transactional
  public Version open(
      long instanceId,
      Recipe r,
      Planned plan,
      Training training,
      Optional<Version> base,
      Instant now) {
    Objects.requireNonNull(r, "recipe");
    long id = sql.next("version_number");
    sql.update(
        "insert into forecast_version (version_id, instance_id, status, bucket, season, horizon,"
            + " origins, seed, models, objective, data_as_of, last_demand, origin, known_at,"
            + " returns_rule, totals_of, plan_name, differs, training, based_on, contest_of,"
            + " contest_day, created_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        instanceId,
        VersionStatus.BUILDING,
        r.bucket().name(),
        r.season(),
        r.horizon(),
        r.origins(),
        r.seed(),
        r.models(),
        r.objective(),
        r.dataAsOf(),
        r.lastDemand(),
        r.origin(),
        r.knownAt().orElse(null),
        r.returns().toString(),
        r.totalsOf().map(Bucket::name).orElse(null),
        plan.name(),
        plan.differs().stream().sorted().map(PlanSetting::name).collect(Collectors.joining(",")),
        training,
        base.map(Version::versionId).orElse(null),
        base.map(b -> b.lineage().contestOf()).orElse(null),
        base.map(b -> b.lineage().contestDay()).orElse(null),
        now);
    return find(id).orElseThrow();
  }

  public Optional<Version> ofInstance(long instanceId) {
    return sql.first(
        VersionRow::version, VersionRow.SELECT + " where v.instance_id = ?", instanceId);
  }

  public Optional<Version> find(long versionId) {
    return sql.first(VersionRow::version, VersionRow.SELECT + " where v.version_id = ?", versionId);
  }

  /** Returns those of the versions that are there. */
  public List<Version> of(Collection<Long> versionIds) {
    return sql.listIn(
        VersionRow::version, VersionRow.SELECT + " where v.version_id in (#)", versionIds);
  }

  /** Returns the newest version of a plan in that status. */
  public Optional<Version> newest(String plan, VersionStatus status) {
    return sql.first(
        VersionRow::version,
        VersionRow.SELECT
            + " where v.plan_name = ? and v.status = ?"
            + " order by v.version_id desc fetch first 1 rows only",
        plan,
        status);
  }

  /**
   * Returns versions with a smaller number, newest first.
   *
   * @param plans those whose versions are wanted, at least one
   */
  public List<Version> before(Collection<String> plans, long versionId, int limit) {
    return before(plans, "", versionId, limit);
  }

  /** Returns versions of plans that readers saw at some time, newest first, before a version. */
  public List<Version> shownBefore(Collection<String> plans, long versionId, int limit) {
    return before(plans, " and v.published_at is not null", versionId, limit);
  }

  private List<Version> before(
      Collection<String> plans, String condition, long versionId, int limit) {
    List<Object> parameters = new ArrayList<>(List.of(versionId));
    parameters.addAll(plans);
    parameters.add(limit);
    return sql.list(
        VersionRow::version,
        VersionRow.SELECT
            + " where v.version_id < ?"
            + " and v.plan_name in (%s)"
                .formatted(String.join(", ", Collections.nCopies(plans.size(), "?")))
            + condition
            + " order by v.version_id desc fetch first ? rows only",
        parameters.toArray());
  }

  /** Returns what readers of a plan see, empty before its first version. */
  public Optional<Publication> publication(String plan) {
    return sql.first(
        row ->
            new Publication(
                row.getLong("version_id"),
                Sql.instant(row, "changed_at").orElseThrow(),
                row.getString("changed_by"),
                row.getBoolean("rolled_back")),
        "select version_id, changed_at, changed_by, rolled_back from publication"
            + " where plan_name = ?",
        plan);
  }

  /**
   * Notes what the finished version holds and, unless it is held back, shows it to readers, in one
   * transaction.
   *
   * @param heldAs HELD or DRAFT, where there is a reason not to show it
   */
  @Transactional
  public void finish(
      long versionId,
      Contents contents,
      VersionStatus heldAs,
      Optional<Words> heldBecause,
      String by,
      Instant now) {
    sql.update(
        "update forecast_version set status = ?, content_hash = ?, series_count = ?,"
            + " failed_count = ?, total_mean = ?, unusable_series = ?, unusable_mean = ?,"
            + " held_because = ? where version_id = ?",
        heldBecause.isPresent() ? heldAs : VersionStatus.READY,
        contents.hash(),
        contents.series(),
        contents.failed(),
        contents.totalMean(),
        contents.notRecommended().series(),
        contents.notRecommended().totalMean(),
        heldBecause.map(Words::text).orElse(null),
        versionId);
    if (heldBecause.isEmpty()) {
      show(versionId, by, false, now);
    }
  }

  /**
   * Makes the readers of its plan see another version, in one transaction: they see the one or the
   * other and never a mix, and what they see is archived.
   */
  @Transactional
  public void show(long versionId, String by, boolean rollBack, Instant now) {
    Version version = find(versionId).orElseThrow();
    String plan = version.plan().name();
    Optional<Publication> old = publication(plan);
    sql.update("delete from publication where plan_name = ?", plan);
    sql.update(
        "insert into publication (plan_name, version_id, changed_at, changed_by, rolled_back)"
            + " values (?, ?, ?, ?, ?)",
        plan,
        versionId,
        now,
        by,
        rollBack);
    old.ifPresent(
        p ->
            sql.update(
                "update forecast_version set status = ? where version_id = ?",
                rollBack ? VersionStatus.ROLLED_BACK : VersionStatus.SUPERSEDED,
                p.versionId()));
    sql.update(
        "update forecast_version set status = ?, published_by = ?,"
            + " published_at = coalesce(published_at, ?) where version_id = ?",
        VersionStatus.PUBLISHED,
        by,
        now,
        versionId);
    if (sql.number("select count(*) from version_volume where version_id = ?", versionId) == 0) {
      sql.update(VOLUME, versionId);
    }
    archive.keep(versionId, now);
    log.add(
        new PublicationLog.Shown(
            plan,
            versionId,
            old.map(Publication::versionId),
            PublicationKind.of(version.lineage().training(), rollBack),
            now,
            by,
            version.contentHash()));
  }

  /**
   * Returns the version of a plan with this bucket and horizon that readers saw last, if its rows
   * are still there; one that was rolled back counts no longer.
   *
   * @param butNot the version that looks for its like
   */
  public Optional<Version> lastLike(String plan, Bucket bucket, int horizon, long butNot) {
    return sql.first(
            row -> row.getLong(1),
            "select o.version_id from publication_log l join forecast_version o"
                + " on o.version_id = l.version_id where o.version_id <> ? and l.plan_name = ?"
                + " and o.bucket = ? and o.horizon = ? and o.status in (?, ?)"
                + " order by l.feed_position desc fetch first 1 rows only",
            butNot,
            plan,
            bucket.name(),
            horizon,
            VersionStatus.PUBLISHED,
            VersionStatus.SUPERSEDED)
        .flatMap(this::find);
  }

  /** Returns the version that the current one replaced, if its rows are still there. */
  public Optional<Version> previous(long currentId) {
    return sql.first(
            row -> row.getLong(1),
            "select l.replaced from publication_log l join forecast_version v"
                + " on v.version_id = l.replaced where l.version_id = ? and l.kind in (?, ?)"
                + " order by l.feed_position desc fetch first 1 rows only",
            currentId,
            PublicationKind.PUBLISHED,
            PublicationKind.REFRESHED)
        .flatMap(this::find);
  }

  /**
   * Removes versions with all their rows but those that other versions share; their entries in the
   * publication log stay, and what is final of those that {@link EvidenceStore} keeps.
   */
  @Transactional
  public void delete(List<Long> versionIds) {
    for (String table :
        List.of(
            "forecast",
            "forecast_totals",
            "override_effect",
            "open_demand",
            "calibration",
            "global_fit",
            "model_outlook",
            "leak_audit",
            "applied_layer",
            "version_link",
            "version_event",
            "version_region",
            "model_standing",
            "version_summary",
            "version_summary_count",
            "version_series",
            "version_volume",
            "forecast_version")) {
      sql.updateIn("delete from " + table + " where version_id in (#)", versionIds);
    }
    sql.updateIn(
        "delete from final_step where version_id in (#) and not exists (select 1 from kept_version k"
            + " where k.version_id = final_step.version_id)",
        versionIds);
    sql.update(ORPHANS.formatted("series_snapshot", "snapshot_of"));
    sql.update(ORPHANS.formatted("series_result", "result_of"));
  }
}
