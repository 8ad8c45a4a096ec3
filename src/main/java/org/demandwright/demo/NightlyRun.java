package org.demandwright.demo;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The nightly job from its start to its end. A run that a crash interrupted is resumed by the
 * server as a new execution of the same instance: then that is followed and no other started.
 */
final class NightlyRun {
  private static final long POLL_MILLIS = 1_000;

  /** Looks at a failed execution so often before it is believed that no restart follows. */
  private static final int LOOKS_AT_FAILED = 10;

  private final ServerApi api;
  private final Runnable aliveness;
  private final Progress progress;

  /**
   * @param aliveness throws when the server has died
   */
  NightlyRun(ServerApi api, Runnable aliveness, PrintStream out) {
    this.api = api;
    this.aliveness = aliveness;
    progress = new Progress(out);
  }

  /** All executions of the run, the last one first. */
  record Result(Execution last, List<Long> executions) {}

  /** Starts or joins the run and follows it to its end. */
  Result follow(Map<String, String> parameters) throws InterruptedException {
    Optional<Execution> unfinished =
        api.executions().stream().filter(e -> e.nightly() && !e.ended()).findFirst();
    if (unfinished.isPresent()) {
      progress.say("Going on with the interrupted run " + unfinished.get().id());
      return follow(unfinished.get().instance(), LOOKS_AT_FAILED);
    }
    return follow(api.startNightly(parameters).instance(), 1);
  }

  private Result follow(long instance, int looksAtFailed) throws InterruptedException {
    int failed = 0;
    while (true) {
      aliveness.run();
      List<Execution> run = new ArrayList<>();
      for (Execution execution : api.executions()) {
        if (execution.instance() == instance) {
          run.add(execution);
        }
      }
      run.sort(Comparator.comparingLong(Execution::id).reversed());
      Execution last = run.get(0);
      progress.show(last);
      failed = last.ended() ? failed + 1 : 0;
      if (last.completed() || failed >= looksAtFailed) {
        return new Result(last, run.stream().map(Execution::id).toList());
      }
      Thread.sleep(POLL_MILLIS);
    }
  }
}
