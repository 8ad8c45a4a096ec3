package org.demandwright.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads forecasts, series and versions. By default only what is published. */
@ApplicationScoped
public class ForecastQueries {

  /**
   * What to look for; an empty field means any.
   *
   * @param versionId a version other than the published one
   * @param changedSince only values that became another one after this instant
   */
  public record ForecastFilter(
      Optional<String> item,
      Optional<String> site,
      Optional<Long> seriesId,
      Optional<Long> versionId,
      Optional<Instant> changedSince) {}

  /**
   * What to look for; an empty field means any.
   *
   * @param text part of the item's code or name, upper and lower case alike
   */
  public record SeriesFilter(
      Optional<String> text,
      Optional<String> site,
      Optional<String> verdict,
      Optional<Boolean> failed) {}

  /** Returns forecasts in the order of series and step. */
  public Page<ForecastRecord> forecasts(ForecastFilter filter, Optional<String> cursor, int limit) {
    throw new UnsupportedOperationException("lead");
  }

  /** Returns series in the order of their identity. */
  public Page<SeriesRecord> series(SeriesFilter filter, Optional<String> cursor, int limit) {
    throw new UnsupportedOperationException("lead");
  }

  /** Returns versions, newest first. */
  public Page<VersionRecord> versions(Optional<String> cursor, int limit) {
    throw new UnsupportedOperationException("lead");
  }

  public Optional<VersionRecord> version(long versionId) {
    throw new UnsupportedOperationException("lead");
  }

  /** Returns the version that readers see, empty before the first one. */
  public Optional<VersionRecord> published() {
    throw new UnsupportedOperationException("lead");
  }

  /** Returns the chart of one series in the given version, by default the published one. */
  public Optional<SeriesChart> chart(long seriesId, Optional<Long> versionId) {
    throw new UnsupportedOperationException("lead");
  }

  /** Returns the numbers of the summary table of one version. */
  public Optional<RunSummary> summary(long versionId) {
    throw new UnsupportedOperationException("lead");
  }

  /** Returns the number of rows that an import could not take, by reason. */
  public List<RunSummary.Count> quarantined() {
    throw new UnsupportedOperationException("lead");
  }
}
