package org.demandwright.console.quality;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.demandwright.app.Page;
import org.demandwright.console.frame.Pager;
import org.demandwright.core.demand.SalesLine;

/** The rows behind something on a page, one page of them at a time; none until it is opened. */
public class LineDrill implements Serializable {
  private static final long serialVersionUID = 1L;
  static final int ROWS = 15;

  private String title = "";
  private Pager<SalesLine> pager = new Pager<>(first -> new Page<>(List.of(), Optional.empty()));

  void open(String newTitle, Pager.Source<SalesLine> source) {
    title = newTitle;
    pager = new Pager<>(source);
  }

  public String getTitle() {
    return title;
  }

  public Pager<SalesLine> getPager() {
    return pager;
  }
}
