package org.demandwright.batch.intake;

import jakarta.annotation.Resource;
import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.demandwright.app.intake.IntakeAtWork;
import org.demandwright.app.intake.PagesAhead;
import org.demandwright.app.intake.SalesLineReview;
import org.demandwright.app.source.DemandSource;
import org.demandwright.app.source.DemandSources;
import org.demandwright.app.source.SourceMark;
import org.demandwright.erp.SalesLinePages;
import org.demandwright.erp.Watermark;
import org.demandwright.store.intake.SalesLineStore;
import org.demandwright.store.run.RunStore;

/**
 * Reads the sales lines that changed since the last import, source by source, and those of the
 * look-back days before, in which a change may have been committed late, and judges them: a few
 * pages ahead on a thread of its own, while the chunk before is written. The checkpoint is the
 * {@link SourceMark} of the last line that went into a chunk, never of one that was only read
 * ahead.
 */
@Named
@Dependent
public class SalesLineReader extends AbstractItemReader {
  /** Lines asked for at once; independent of the chunk, since each question to a view costs. */
  private static final int PAGE = 4_000;

  /** Pages that wait for the writer. */
  private static final int AHEAD = 2;

  private final DemandSources sources;
  private final SalesLineStore store;
  private final RunStore runs;
  private final JobContext job;
  private final StepContext step;
  private final IntakeAtWork work;

  @Resource ManagedExecutorService threads;

  @Inject
  @BatchProperty(name = "lookBackDays")
  int lookBackDays;

  @Inject
  @BatchProperty(name = "replayOnly")
  boolean replayOnly;

  private PagesAhead<ReadRow> pages;
  private Iterator<ReadRow> page = List.<ReadRow>of().iterator();
  private Serializable last;

  @Inject
  SalesLineReader(
      DemandSources sources,
      SalesLineStore store,
      RunStore runs,
      JobContext job,
      StepContext step,
      IntakeAtWork work) {
    this.sources = sources;
    this.store = store;
    this.runs = runs;
    this.job = job;
    this.step = step;
    this.work = work;
  }

  /** The lines of a source that are to be read. */
  private record Unread(DemandSource source, SalesLinePages pages) {}

  @Override
  public void open(Serializable checkpoint) {
    if (replayOnly) {
      return;
    }
    last = checkpoint;
    Queue<Unread> unread = new ArrayDeque<>(unread(checkpoint));
    if (checkpoint == null) {
      long lines = unread.stream().mapToLong(u -> u.pages().expected()).sum();
      runs.expect(job.getInstanceId(), step.getStepName(), 0, lines, "lines");
    }
    work.begin(job.getInstanceId());
    SalesLineReview judge = work.judge();
    pages = new PagesAhead<>(() -> next(unread, judge), AHEAD, threads);
  }

  private List<Unread> unread(Serializable checkpoint) {
    List<DemandSource> all = sources.all();
    Optional<SourceMark> mark =
        checkpoint instanceof Watermark of
            ? Optional.of(new SourceMark(all.get(0).source(), of))
            : Optional.ofNullable((SourceMark) checkpoint);
    List<Unread> unread = new ArrayList<>();
    boolean reached = mark.isEmpty();
    for (DemandSource source : all) {
      Optional<SourceMark> here = mark.filter(m -> m.source().equals(source.source()));
      reached |= here.isPresent();
      if (reached) {
        Watermark from = here.map(SourceMark::at).orElseGet(() -> startOfRun(source));
        unread.add(
            new Unread(source, new SalesLinePages(source.lines(), from, Optional.empty(), PAGE)));
      }
    }
    return unread;
  }

  /** The next page of the first source that has one; empty at the end of the last. */
  private static List<ReadRow> next(Queue<Unread> unread, SalesLineReview judge) {
    while (!unread.isEmpty()) {
      Unread first = unread.element();
      List<ReadRow> rows =
          first.pages().next().stream()
              .map(row -> new ReadRow(first.source(), judge.review(row)))
              .toList();
      if (!rows.isEmpty()) {
        return rows;
      }
      unread.remove();
    }
    return List.of();
  }

  private Watermark startOfRun(DemandSource source) {
    return store
        .position(source.source())
        .map(p -> new Watermark(p.changedAt(), p.sourceKey(), p.lineId()).minusDays(lookBackDays))
        .orElse(Watermark.START);
  }

  @Override
  public ReadRow readItem() {
    if (!page.hasNext() && !replayOnly) {
      page = pages.next().iterator();
    }
    if (!page.hasNext()) {
      return null;
    }
    ReadRow line = page.next();
    last = new SourceMark(line.source().source(), line.row().watermark());
    return line;
  }

  @Override
  public void close() {
    if (pages != null) {
      pages.close();
    }
  }

  @Override
  public Serializable checkpointInfo() {
    return last;
  }
}
