package org.demandwright.schedule;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.demandwright.app.run.ScheduledRuns;

/** Asks every ten seconds whether a schedule is due. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class ScheduleTimer {
  private static final Logger LOG = System.getLogger(ScheduleTimer.class.getName());

  @Inject private ScheduledRuns scheduled;

  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  void tick() {
    try {
      scheduled.startIfDue();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The schedule could not be looked at; trying again", e);
    }
  }
}
