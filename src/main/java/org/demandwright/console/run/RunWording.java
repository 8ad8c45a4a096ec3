package org.demandwright.console.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demandwright.app.run.JobRun;
import org.demandwright.console.frame.Texts;
import org.demandwright.console.frame.Wording;
import org.demandwright.store.run.RunStatus;

/** Writes parameters and progress of runs. */
@Named
@ApplicationScoped
public class RunWording {
  private final Wording wording;

  @Inject
  RunWording(Wording wording) {
    this.wording = wording;
  }

  RunWording() {
    this(null);
  }

  /** Returns job parameters in the order of their names: "bucket = WEEK, horizon = 13". */
  public String parameters(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? Texts.of("jobs.defaults")
        : new TreeMap<>(parameters)
            .entrySet().stream()
                .map(entry -> entry.getKey() + " = " + entry.getValue())
                .collect(Collectors.joining(", "));
  }

  /** Returns how far a step is, 0–100; a step of unknown size is at 0 until it has ended. */
  public int share(JobRun.Step step) {
    if (step.status() == RunStatus.COMPLETED) {
      return 100;
    }
    return step.total() <= 0 ? 0 : (int) Math.min(100, 100 * step.done() / step.total());
  }

  /** Returns items done and to do: "1,200 of 4,800 series"; nothing where a step counts none. */
  public String items(JobRun.Step step) {
    if (step.unit().isEmpty()) {
      return "";
    }
    String done = wording.count(step.done());
    String all =
        step.total() > 0
            ? done + " " + Texts.of("jobs.of") + " " + wording.count(step.total())
            : done;
    return all + " " + step.unit();
  }

  /** Returns items a second; slow steps get digits, a step that counts nothing gets nothing. */
  public String rate(JobRun.Step step) {
    if (step.unit().isEmpty()) {
      return "";
    }
    return step.perSecond() < 10
        ? wording.quantity(step.perSecond())
        : wording.count(Math.round(step.perSecond()));
  }

  /** Returns items, rate and time left: "1,200 of 4,800 series · 85 per second · 42 s left". */
  public String progress(JobRun.Step step) {
    StringBuilder text = new StringBuilder(items(step));
    if (step.perSecond() > 0) {
      text.append(" · ").append(rate(step)).append(' ').append(Texts.of("jobs.rate"));
    }
    step.secondsLeft()
        .ifPresent(
            left ->
                text.append(" · ")
                    .append(wording.seconds(left))
                    .append(' ')
                    .append(Texts.of("jobs.left")));
    return text.toString();
  }
}
