package org.demandwright.batch.exchange;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.demandwright.app.exchange.ExportWriting;
import org.demandwright.app.forecast.ToldForecast;

/** Writes each page of forecasts as a block of an export. */
@Named
@Dependent
public class ForecastBlocks extends AbstractItemWriter {
  private final ExportWriting writing;

  @Inject
  @BatchProperty(name = "exportId")
  long exportId;

  @Inject
  ForecastBlocks(ExportWriting writing) {
    this.writing = writing;
  }

  @Override
  @SuppressWarnings("unchecked") // the items are the reader's
  public void writeItems(List<Object> pages) {
    pages.forEach(page -> writing.append(exportId, (List<ToldForecast>) page));
  }
}
