package org.demandwright.store;

import java.sql.SQLException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Closes the databases in memory of a test class after it; JUnit finds this by its service file.
 */
public final class ClosesDatabases implements AfterAllCallback {
  @Override
  public void afterAll(ExtensionContext context) throws SQLException {
    if (context.getRequiredTestClass().getEnclosingClass() == null) {
      NewestSchema.closeAll();
    }
  }
}
