package org.demandwright.batch.intake;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.demandwright.store.intake.LineIndexes;
import org.demandwright.store.run.RunStatus;

/** Builds the indexes without which a first load wrote its lines; otherwise they are there. */
@Named
@Dependent
public class IndexLines extends AbstractBatchlet {
  private final LineIndexes indexes;

  @Inject
  IndexLines(LineIndexes indexes) {
    this.indexes = indexes;
  }

  @Override
  public String process() {
    indexes.build();
    return RunStatus.COMPLETED.name();
  }
}
