package org.demandwright.app.settings;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Reads the settings when the server starts, which it does not do with a wrong one. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SettingsAtStart {
  private static final Logger LOG = System.getLogger(SettingsAtStart.class.getName());

  @Inject Settings settings;

  @PostConstruct
  void read() {
    try {
      settings.store();
    } catch (RuntimeException wrong) {
      LOG.log(
          Level.ERROR, "Demandwright does not start with these settings: {0}", wrong.getMessage());
      throw wrong;
    }
  }
}
