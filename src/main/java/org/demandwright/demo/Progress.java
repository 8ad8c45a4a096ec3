package org.demandwright.demo;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Prints how far each step is, one line a change. */
final class Progress {
  private final PrintStream out;
  private final Map<String, String> shown = new HashMap<>();

  Progress(PrintStream out) {
    this.out = out;
  }

  void say(String text) {
    out.println(text);
  }

  /** Prints the steps that moved since the last call. */
  void show(Execution execution) {
    for (Execution.Step step : execution.steps()) {
      String state = step.status() + step.done() + "/" + step.total();
      if (!state.equals(shown.put(execution.id() + step.name(), state))) {
        out.println(line(step));
      }
    }
    out.flush();
  }

  private static String line(Execution.Step step) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-20s", step.name()));
    if (step.total() > 0) {
      line.append(
          String.format(
              Locale.ROOT, " %,11d of %,11d %-8s", step.done(), step.total(), step.unit()));
    } else if (step.done() > 0) {
      line.append(
          String.format(Locale.ROOT, " %,11d                %-8s", step.done(), step.unit()));
    }
    if (step.perSecond() > 0) {
      line.append(String.format(Locale.ROOT, " %,10.1f/s", step.perSecond()));
    }
    if (step.ended()) {
      line.append("  ").append(step.status());
    } else if (step.total() + step.done() == 0) {
      line.append(" …");
    } else {
      step.secondsLeft()
          .ifPresent(
              s -> line.append(String.format(Locale.ROOT, "  %d:%02d left", s / 60, s % 60)));
    }
    return line.toString();
  }
}
