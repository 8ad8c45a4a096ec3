package org.demandwright.console.frame;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.demandwright.app.Page;

/** A long list of which one page is shown at a time; remembers the way back to the first one. */
public class Pager<T> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Source<T> source;
  private final Deque<String> cursors = new ArrayDeque<>();
  private transient Page<T> page;

  /** Where the rows come from: a cursor in, empty for the first page; a page out. */
  public interface Source<T> extends Function<Optional<String>, Page<T>>, Serializable {}

  public Pager(Source<T> source) {
    this.source = source;
  }

  public List<T> getRows() {
    return page().rows();
  }

  /** Shows the next page. */
  public void more() {
    page().next().ifPresent(cursors::push);
    reload();
  }

  /** Goes back by one page. */
  public void less() {
    cursors.poll();
    reload();
  }

  /** Goes back to the first page, and reads it again. */
  public void restart() {
    cursors.clear();
    reload();
  }

  /** Forgets the rows of this page, so that they are read again. */
  public void reload() {
    page = null;
  }

  public boolean isMoreThere() {
    return page().next().isPresent();
  }

  public boolean isLessThere() {
    return !cursors.isEmpty();
  }

  /** Number of this page, from 1. */
  public int getNumber() {
    return cursors.size() + 1;
  }

  private Page<T> page() {
    if (page == null) {
      page = source.apply(Optional.ofNullable(cursors.peek()));
    }
    return page;
  }
}
