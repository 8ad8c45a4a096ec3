package org.demandwright.store;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Closes the databases in memory of a test class after it; JUnit finds this by its service file.
 */
public final class ClosesDatabases implements AfterAllCallback {
  @Override
  public void afterAll(ExtensionContext context) {
    if (context.getRequiredTestClass().getEnclosingClass() == null) {
      NewestSchema.closeAll();
    }
  }
}
