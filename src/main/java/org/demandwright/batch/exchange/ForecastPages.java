package org.demandwright.batch.exchange;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Page;
import org.demandwright.app.exchange.ExportWriting;
import org.demandwright.app.forecast.ToldForecast;

/**
 * Reads the forecasts of an export, a page at each time: an item is a page, so that a chunk of one
 * is a block. The checkpoint is the cursor behind the last page, an empty text at the end.
 */
@Named
@Dependent
public class ForecastPages extends AbstractItemReader {
  private final ExportWriting writing;

  @Inject
  @BatchProperty(name = "exportId")
  long exportId;

  @Inject
  @BatchProperty(name = "blockRows")
  int blockRows;

  private Optional<String> cursor = Optional.empty();
  private boolean ended;

  @Inject
  ForecastPages(ExportWriting writing) {
    this.writing = writing;
  }

  @Override
  public void open(Serializable checkpoint) {
    cursor = Optional.ofNullable((String) checkpoint).filter(text -> !text.isEmpty());
    ended = checkpoint != null && cursor.isEmpty();
  }

  @Override
  public List<ToldForecast> readItem() {
    if (ended) {
      return null;
    }
    Page<ToldForecast> page = writing.page(exportId, cursor, blockRows);
    cursor = page.next();
    ended = cursor.isEmpty();
    return page.rows().isEmpty() ? null : page.rows();
  }

  @Override
  public Serializable checkpointInfo() {
    return ended ? "" : cursor.orElse(null);
  }
}
