package org.demandwright.app.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.demandwright.app.Wordbook;
import org.demandwright.core.demand.EventDays;
import org.demandwright.core.quality.DemandLayer;
import org.demandwright.core.quality.DemandLineage;
import org.demandwright.store.demand.LayerStore;
import org.demandwright.store.forecast.PublicationLog;
import org.demandwright.store.forecast.Recipe;
import org.demandwright.store.intake.KnownLineStore;
import org.demandwright.store.plan.OverrideStore;

/**
 * The files that prove one number: CSV as in RFC 4180 with exact decimals, a README that says how
 * to check them, and their SHA-256 in the form of {@code sha256sum --check}. The same evidence
 * gives the same bytes.
 */
final class EvidenceFiles {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private final ZipOutputStream zip;
  private final Map<String, String> digests = new LinkedHashMap<>();

  EvidenceFiles(OutputStream output) {
    zip = new ZipOutputStream(output, StandardCharsets.UTF_8);
  }

  /** Reads a page of rows behind a position; empty at the end. */
  interface Rows {
    List<KnownLineStore.KnownLine> after(KnownLineStore.Position position);
  }

  /** Something that writes the lines of a file. */
  private interface Content {
    void write(OutputStream file) throws IOException;
  }

  void write(NumberEvidence e, Rows rows) throws IOException {
    file("README.txt", file -> file.write(readme()));
    file("number.csv", file -> number(e, file));
    file("recipe.csv", file -> version(e, file));
    file("rows.csv", file -> rows(rows, file));
    file("periods.csv", file -> periods(e, file));
    file("corrections.csv", file -> corrections(e, file));
    file("corrected-periods.csv", file -> correctedPeriods(e, file));
    file("models.csv", file -> models(e, file));
    file("calendar.csv", file -> calendar(e, file));
    file("overrides.csv", file -> overrides(e, file));
    file("override-steps.csv", file -> overrideSteps(e, file));
    file("publications.csv", file -> publications(e, file));
    String manifest =
        digests.entrySet().stream()
            .map(d -> d.getValue() + "  " + d.getKey() + "\n")
            .collect(Collectors.joining());
    file("SHA256SUMS", file -> file.write(manifest.getBytes(StandardCharsets.UTF_8)));
    zip.finish();
  }

  private void file(String name, Content content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    MessageDigest digest = sha256();
    content.write(new DigestOutputStream(zip, digest));
    zip.closeEntry();
    digests.put(name, HexFormat.of().formatHex(digest.digest()));
  }

  private static byte[] readme() throws IOException {
    try (InputStream text = EvidenceFiles.class.getResourceAsStream("evidence.txt")) {
      return text.readAllBytes();
    }
  }

  private static void number(NumberEvidence e, OutputStream file) throws IOException {
    NumberEvidence.Figures f = e.figures();
    line(
        file,
        "id",
        "version",
        "org",
        "item",
        "site",
        "channel",
        "uom",
        "step",
        "period_start",
        "period_end",
        "baseline",
        "override",
        "final",
        "override_id",
        "demand_proved");
    line(
        file,
        e.id(),
        e.version().versionId(),
        e.series().key().org(),
        e.series().key().item(),
        e.series().key().site(),
        e.series().key().channel(),
        e.series().uom(),
        f.step(),
        e.id().periodStart(),
        f.periodEnd(),
        f.baseline(),
        f.units().subtract(f.baseline()),
        f.units(),
        f.overrideId(),
        e.demandProved());
  }

  private static void version(NumberEvidence e, OutputStream file) throws IOException {
    Recipe r = e.version().recipe();
    line(file, "setting", "value");
    line(file, "version", e.version().versionId());
    line(file, "plan", e.version().plan());
    line(file, "content_hash", e.version().contentHash());
    line(file, "removed", e.removed());
    line(file, "bucket", r.bucket());
    line(file, "season", r.season());
    line(file, "horizon", r.horizon());
    line(file, "origins", r.origins());
    line(file, "seed", r.seed());
    line(file, "models", r.models());
    line(file, "objective", r.objective());
    line(file, "returns", r.returns());
    line(file, "data_as_of", r.dataAsOf());
    line(file, "origin", r.origin());
    line(file, "known_at", e.version().knownAt());
    line(file, "training", e.version().training());
    line(file, "contest_of", e.version().contestOf());
    line(file, "contest_day", e.version().contestDay());
    line(file, "created_at", e.version().createdAt());
    line(file, "published_at", e.version().publishedAt());
  }

  private static void rows(Rows rows, OutputStream file) throws IOException {
    line(
        file,
        "line_id",
        "source",
        "source_kind",
        "source_key",
        "document",
        "line_kind",
        "booked_on",
        "counts_on",
        "customer",
        "quantity",
        "uom",
        "derived_from",
        "changed_until");
    List<KnownLineStore.KnownLine> page = rows.after(KnownLineStore.Position.START);
    while (!page.isEmpty()) {
      for (KnownLineStore.KnownLine known : page) {
        var l = known.line();
        line(
            file,
            l.lineId(),
            known.source(),
            l.sourceKind(),
            l.sourceKey(),
            l.documentNo(),
            l.lineKind(),
            l.bookedOn(),
            known.countsOn(),
            l.customerId(),
            l.quantity(),
            l.uomId(),
            l.derivedFrom(),
            known.knownUntil());
      }
      KnownLineStore.KnownLine last = page.get(page.size() - 1);
      page = rows.after(new KnownLineStore.Position(last.countsOn(), last.line().lineId()));
    }
  }

  private static void periods(NumberEvidence e, OutputStream file) throws IOException {
    line(
        file,
        "period_start",
        "period_end",
        "sold",
        "returned",
        "netted",
        "corrected",
        "demand",
        "received",
        "proved");
    for (DemandLineage.Sum s : e.demand().sums().periods()) {
      line(
          file,
          s.period().start(),
          s.period().end().minusDays(1),
          s.sold(),
          s.returned(),
          s.netted(),
          s.corrected(),
          s.demand(),
          BigDecimal.valueOf(s.received()),
          s.proved());
    }
  }

  private static void corrections(NumberEvidence e, OutputStream file) throws IOException {
    line(
        file,
        "correction",
        "kind",
        "first_day",
        "last_day",
        "delta",
        "replacement",
        "reason",
        "author",
        "created_at");
    for (LayerStore.Entry c : e.demand().corrections()) {
      DemandLayer layer = c.layer();
      line(
          file,
          c.layerId(),
          layer.kind(),
          layer.first(),
          layer.last(),
          layer.delta(),
          layer.replacement(),
          Wordbook.english().say(c.said()),
          c.author(),
          c.createdAt());
    }
  }

  private static void correctedPeriods(NumberEvidence e, OutputStream file) throws IOException {
    line(file, "period_start", "correction", "units");
    for (DemandLineage.Sum s : e.demand().sums().periods()) {
      for (int i = 0; i < e.demand().corrections().size(); i++) {
        if (s.corrections().get(i).signum() != 0) {
          line(
              file,
              s.period().start(),
              e.demand().corrections().get(i).layerId(),
              s.corrections().get(i));
        }
      }
    }
  }

  private static void models(NumberEvidence e, OutputStream file) throws IOException {
    line(file, "model", "weight", "forecast");
    for (NumberEvidence.Member m : e.members()) {
      line(file, m.model(), exact(m.weight()), m.forecast().map(EvidenceFiles::exact));
    }
  }

  private static void calendar(NumberEvidence e, OutputStream file) throws IOException {
    line(file, "event", "first_day", "last_day");
    for (EventDays d : e.demand().events()) {
      line(file, d.name(), d.first(), d.last());
    }
  }

  private static void overrides(NumberEvidence e, OutputStream file) throws IOException {
    line(
        file,
        "override",
        "status",
        "kind",
        "amount",
        "uom",
        "org",
        "item",
        "site",
        "channel",
        "category",
        "first_day",
        "last_day",
        "reason",
        "note",
        "author",
        "created_at",
        "approved_by",
        "approved_at",
        "published_at",
        "expires_on");
    for (OverrideStore.Entry o : e.overrides()) {
      OverrideStore.Draft d = o.draft();
      line(
          file,
          o.overrideId(),
          o.status(),
          d.adjustment().kind(),
          d.adjustment().amount(),
          d.uom(),
          d.scope().org(),
          d.scope().item(),
          d.scope().site(),
          d.scope().channel(),
          d.scope().category(),
          d.first(),
          d.last(),
          d.reason(),
          d.note(),
          d.author(),
          o.createdAt(),
          o.approvedBy(),
          o.approvedAt(),
          o.publishedAt(),
          d.expiresOn());
    }
  }

  private static void overrideSteps(NumberEvidence e, OutputStream file) throws IOException {
    line(file, "override", "revision", "at", "by", "before", "after", "note");
    for (OverrideStore.Event s : e.steps()) {
      line(file, s.overrideId(), s.revision(), s.at(), s.by(), s.before(), s.after(), s.note());
    }
  }

  private static void publications(NumberEvidence e, OutputStream file) throws IOException {
    line(file, "at", "by", "kind", "replaced", "content_hash");
    for (PublicationLog.Entry p : e.shown()) {
      line(
          file,
          p.shown().changedAt(),
          p.shown().by(),
          p.shown().kind(),
          p.shown().replaced(),
          p.shown().contentHash());
    }
  }

  /** The decimal that a double stands for, to its last digit. */
  private static String exact(double value) {
    return new BigDecimal(value).toPlainString();
  }

  private static void line(OutputStream file, Object... fields) throws IOException {
    String line =
        Arrays.stream(fields)
            .map(EvidenceFiles::field)
            .collect(Collectors.joining(",", "", "\r\n"));
    file.write(line.getBytes(StandardCharsets.UTF_8));
  }

  private static String field(Object value) {
    Object told = value instanceof Optional<?> perhaps ? perhaps.orElse(null) : value;
    String text =
        told == null
            ? ""
            : told instanceof BigDecimal decimal ? decimal.toPlainString() : told.toString();
    return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n')
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
