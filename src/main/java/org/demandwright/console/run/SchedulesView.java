package org.demandwright.console.run;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.demandwright.app.Expected;
import org.demandwright.app.Refused;
import org.demandwright.app.run.KeepSchedules;
import org.demandwright.app.run.ScheduleRecord;
import org.demandwright.app.settings.Settings;
import org.demandwright.console.frame.Messages;
import org.demandwright.console.frame.Wording;

/** Prepares the table of schedules on {@code admin/jobs.xhtml}. */
@Named
@RequestScoped
public class SchedulesView {
  @Inject KeepSchedules schedules;
  @Inject Settings settings;
  @Inject Wording wording;

  private List<ScheduleRecord> all;

  /** Schedules by their names. */
  public List<ScheduleRecord> getAll() {
    if (all == null) {
      all = schedules.all();
    }
    return all;
  }

  /** Whether this server starts runs by schedules at all. */
  public boolean isEnabled() {
    return settings.schedule().enabled();
  }

  public String time(Instant instant) {
    return wording.time(Optional.of(instant));
  }

  public void pause(String name) {
    attempt("schedules.paused", () -> schedules.pause(name, Expected.anything(), caller()));
  }

  public void resume(String name) {
    attempt("schedules.resumed", () -> schedules.resume(name, Expected.anything(), caller()));
  }

  private void attempt(String message, Supplier<ScheduleRecord> action) {
    all = null;
    try {
      Messages.done(message, action.get().entry().name());
    } catch (Refused refused) {
      Messages.refused(refused);
    }
  }

  private static String caller() {
    return FacesContext.getCurrentInstance().getExternalContext().getRemoteUser();
  }
}
