package org.demandwright.admin;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.demandwright.app.LineRecord;
import org.demandwright.app.Page;

/** The rows behind something on a page, one page of them at a time. */
public class LineDrill implements Serializable {
  private static final long serialVersionUID = 1L;
  static final int ROWS = 15;

  private String title = "";
  private Source source;
  private final Deque<String> cursors = new ArrayDeque<>();
  private transient Page<LineRecord> page;

  /** Where the rows come from: a cursor in, a page out. */
  interface Source extends Function<Optional<String>, Page<LineRecord>>, Serializable {}

  void open(String newTitle, Source newSource) {
    title = newTitle;
    source = newSource;
    cursors.clear();
    page = null;
  }

  public String getTitle() {
    return title;
  }

  public List<LineRecord> getRows() {
    return source == null ? List.of() : page().rows();
  }

  public void more() {
    page().next().ifPresent(cursors::push);
    page = null;
  }

  public void less() {
    cursors.poll();
    page = null;
  }

  public boolean isMoreThere() {
    return source != null && page().next().isPresent();
  }

  public boolean isLessThere() {
    return !cursors.isEmpty();
  }

  private Page<LineRecord> page() {
    if (page == null) {
      page = source.apply(Optional.ofNullable(cursors.peek()));
    }
    return page;
  }
}
