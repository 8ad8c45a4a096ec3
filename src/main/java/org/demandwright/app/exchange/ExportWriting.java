package org.demandwright.app.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.demandwright.app.Announcement;
import org.demandwright.app.Announcements;
import org.demandwright.app.Clock;
import org.demandwright.app.Page;
import org.demandwright.app.Refused;
import org.demandwright.app.forecast.ForecastQueries;
import org.demandwright.app.forecast.ReadForecasts;
import org.demandwright.app.forecast.ToldForecast;
import org.demandwright.app.forecast.VersionRecord;
import org.demandwright.app.run.JobFailure;
import org.demandwright.core.Words;
import org.demandwright.store.exchange.ExportStore;

/**
 * Writes an export: its heading, block after block, and what it came to. A block is a gzip member
 * of its own, made of its rows alone, so that a run that goes on at a checkpoint writes the bytes
 * that an unbroken one does.
 */
@ApplicationScoped
@Transactional
public class ExportWriting {
  private final ExportStore exports;
  private final ForecastQueries versions;
  private final ReadForecasts forecasts;
  private final ForecastLines lines;
  private final Announcements announcements;
  private final Clock clock;

  @Inject
  ExportWriting(
      ExportStore exports,
      ForecastQueries versions,
      ReadForecasts forecasts,
      ForecastLines lines,
      Announcements announcements,
      Clock clock) {
    this.exports = exports;
    this.versions = versions;
    this.forecasts = forecasts;
    this.lines = lines;
    this.announcements = announcements;
    this.clock = clock;
  }

  ExportWriting() {
    this(null, null, null, null, null, null);
  }

  /** Begins an export, anew where it was begun before. */
  public void begin(long exportId, long executionId) {
    ExportStore.Export export = export(exportId);
    VersionRecord version = version(export);
    String heading = lines.heading(version, terms(export));
    if (!exports.begin(exportId, executionId, standing(export), packed(heading))) {
      throw deleted(exportId);
    }
  }

  /** Returns forecasts behind a place, in the order of the list. */
  public Page<ToldForecast> page(long exportId, Optional<String> cursor, int limit) {
    ExportStore.Export export = export(exportId);
    version(export);
    try {
      return forecasts.page(terms(export).filter(export.order().versionId()), cursor, limit);
    } catch (Refused refused) {
      throw new JobFailure(refused.getMessage());
    }
  }

  /** Appends rows. */
  public void append(long exportId, List<ToldForecast> rows) {
    ExportStore.Export export = export(exportId);
    String text = lines.lines(version(export), terms(export), rows);
    if (!exports.append(exportId, rows.size(), packed(text))) {
      throw deleted(exportId);
    }
  }

  /** Ends an export, if all of its rows are of the version as it stood when it was begun. */
  public void finish(long exportId) {
    ExportStore.Export export = export(exportId);
    long versionId = version(export).versionId();
    if (!export.standing().equals(Optional.of(standing(export)))) {
      throw new JobFailure(Words.of("run.export-changed", versionId));
    }
    MessageDigest digest = sha256();
    long bytes = 0;
    Optional<byte[]> block = exports.block(exportId, 1);
    for (int next = 2; block.isPresent(); next++) {
      digest.update(block.get());
      bytes += block.get().length;
      block = exports.block(exportId, next);
    }
    ExportStore.Content content =
        new ExportStore.Content(
            exports.rows(exportId), bytes, HexFormat.of().formatHex(digest.digest()));
    Instant now = clock.now();
    exports.finish(exportId, content, now);
    announcements.announce(
        new Announcement(
            Announcement.Kind.EXPORT_READY,
            now,
            Map.of(
                "exportId",
                exportId,
                "versionId",
                versionId,
                "rowCount",
                content.rows(),
                "sha256",
                content.sha256(),
                "askedBy",
                export.order().by())));
  }

  private ExportStore.Export export(long exportId) {
    return exports.find(exportId).orElseThrow(() -> deleted(exportId));
  }

  private VersionRecord version(ExportStore.Export export) {
    long versionId = export.order().versionId();
    return versions.version(terms(export).scope(), versionId).orElseThrow(() -> removed(versionId));
  }

  private String standing(ExportStore.Export export) {
    String figures = forecasts.standing(export.order().versionId());
    return terms(export).isOfCategories()
        ? figures + " " + forecasts.namedBy().map(String::valueOf).orElse("-")
        : figures;
  }

  private static ExportTerms terms(ExportStore.Export export) {
    return ExportTerms.parse(export.order().terms());
  }

  private static JobFailure removed(long versionId) {
    return new JobFailure(Words.of("run.export-version-removed", versionId));
  }

  private static JobFailure deleted(long exportId) {
    return new JobFailure(Words.of("run.export-deleted", exportId));
  }

  private static byte[] packed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("in memory", e);
    }
    return bytes.toByteArray();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
