package org.demandwright.app;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Something that happened and that other systems may want to be told of.
 *
 * @param facts names and values: texts, whole numbers, yes or no
 */
public record Announcement(Kind kind, Instant happenedAt, Map<String, Object> facts) {

  /** What may happen. */
  public enum Kind {
    VERSION_PUBLISHED(
        "version.published",
        "readers of a plan see another version: plan, versionId, publication (PUBLISHED, REFRESHED"
            + " or ROLLED_BACK), by"),
    OVERRIDE_PUBLISHED(
        "override.published",
        "other overrides lie over what readers of a plan see: plan, versionId, by"),
    RUN_ENDED("run.ended", "a job came to its good end: job, executionId"),
    RUN_FAILED("run.failed", "a job failed or was stopped: job, executionId, status"),
    EXPORT_READY(
        "export.ready", "an export can be taken: exportId, versionId, rowCount, sha256, askedBy"),
    WEBHOOK_TEST("webhook.test", "somebody tried the webhook: by");

    private final String word;
    private final String meaning;

    Kind(String word, String meaning) {
      this.word = word;
      this.meaning = meaning;
    }

    /** Returns what it is called outside. */
    public String word() {
      return word;
    }

    /** Returns what happened then, and what is told. */
    public String meaning() {
      return meaning;
    }
  }

  public Announcement {
    facts = new TreeMap<>(facts);
  }
}
