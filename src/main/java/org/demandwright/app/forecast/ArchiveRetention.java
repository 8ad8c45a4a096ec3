package org.demandwright.app.forecast;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.demandwright.app.Clock;
import org.demandwright.app.settings.Settings;
import org.demandwright.store.forecast.ArchiveStore;
import org.demandwright.store.forecast.ReferenceStore;

/** Removes from the archive what is older than is set. */
@ApplicationScoped
public class ArchiveRetention {
  private final ArchiveStore archive;
  private final ReferenceStore references;
  private final Settings settings;
  private final Clock clock;

  @Inject
  ArchiveRetention(
      ArchiveStore archive, ReferenceStore references, Settings settings, Clock clock) {
    this.archive = archive;
    this.references = references;
    this.settings = settings;
    this.clock = clock;
  }

  ArchiveRetention() {
    this(null, null, null, null);
  }

  /** Removes the periods that began before the days that are kept, of all plans. */
  public void purge() {
    LocalDate today = clock.today(settings.intake().siteZone());
    LocalDate first = today.minusDays(settings.publication().archiveDays());
    archive.deleteBefore(first);
    references.forgetBefore(first);
  }
}
