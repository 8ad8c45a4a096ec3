package org.demandwright.app;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that happened and that other systems may want to be told of.
 *
 * @param facts names and values: texts, whole numbers, yes or no
 */
public record Announcement(Kind kind, Instant happenedAt, Map<String, Object> facts) {

  /** What followers alone are told: how far a run is. */
  public static final String RUN_PROGRESS = "run.progress";

  /** What may happen. */
  public enum Kind {
    VERSION_PUBLISHED(
        "version.published",
        Audience.PLAN,
        "readers of a plan see another version: plan, versionId, publication (PUBLISHED, REFRESHED"
            + " or ROLLED_BACK), by"),
    OVERRIDE_DECIDED(
        "override.decided",
        Audience.OVERRIDE,
        "somebody agreed to an override, or decided against it: overrideId, plan, status (APPROVED"
            + " or REJECTED), by"),
    OVERRIDE_PUBLISHED(
        "override.published",
        Audience.PLAN,
        "other overrides lie over what readers of a plan see: plan, versionId, by"),
    RUN_ENDED("run.ended", Audience.RUN, "a job came to its good end: job, executionId, status"),
    RUN_FAILED("run.failed", Audience.RUN, "a job failed or was stopped: job, executionId, status"),
    EXPORT_READY(
        "export.ready",
        Audience.EXPORT,
        "an export can be taken: exportId, versionId, rowCount, sha256, askedBy"),
    EXPORT_FAILED(
        "export.failed",
        Audience.EXPORT,
        "an export came to nothing: exportId, versionId, because, askedBy"),
    IMPORT_ENDED(
        "import.ended",
        Audience.FILE,
        "a file was loaded: importId, fileId, rows, loaded, bad, askedBy"),
    IMPORT_FAILED(
        "import.failed",
        Audience.FILE,
        "nothing of a file was loaded: importId, fileId, because, askedBy"),
    WEBHOOK_TEST("webhook.test", Audience.WEBHOOK, "somebody tried the webhook: by");

    private final String word;
    private final Audience audience;
    private final String meaning;

    Kind(String word, Audience audience, String meaning) {
      this.word = word;
      this.audience = audience;
      this.meaning = meaning;
    }

    /** Returns what it is called outside. */
    public String word() {
      return word;
    }

    /** Returns who may hear of it. */
    public Audience audience() {
      return audience;
    }

    /** Returns what happened then, and what is told. */
    public String meaning() {
      return meaning;
    }

    /** Returns the kind of a word, empty where it is that of another build. */
    public static Optional<Kind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
  }

  /** Who may hear of something, beside the webhooks that administrators enter. */
  public enum Audience {
    /** Whoever reads the plan that its facts name. */
    PLAN,
    /** Whoever reads the override that they name. */
    OVERRIDE,
    /** Whoever reads runs of jobs. */
    RUN,
    /** Whoever sends files. */
    FILE,
    /** Whoever reads the export that they name. */
    EXPORT,
    /** Nobody else. */
    WEBHOOK
  }

  public Announcement {
    facts = new TreeMap<>(facts);
  }
}
