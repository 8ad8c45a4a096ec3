package org.demandwright.batch.jberet;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;

/**
 * Keeps the server's own batch producers out of this application's beans: with two of them {@code
 * JobContext} and {@code @BatchProperty} would be ambiguous.
 */
public class ServerBatchVeto implements Extension {
  void veto(@Observes ProcessAnnotatedType<?> type) {
    if (type.getAnnotatedType().getJavaClass().getName().startsWith("com.ibm.jbatch.")) {
      type.veto();
    }
  }
}
