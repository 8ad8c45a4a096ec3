package org.demandwright.file.tabular;

import java.io.IOException;
import java.util.List;

/** The rows of a file after its header, read once from the first to the last. */
interface Table extends AutoCloseable {
  /** More columns than any order line has; a file with more is not a table of them. */
  int MOST_COLUMNS = 1_000;

  /** Returns the headings, each once; empty where the file is. */
  List<String> header();

  /** Returns the next row that is not empty, null at the end. */
  TableRow next() throws IOException;

  /** Returns what the lines were that are no rows: titles, the header, empty ones. */
  LineTally passed();

  /** Returns how many lines have been read, however they were taken. */
  long physicalLines();

  /** Returns whether day numbers begin in 1904, as those of some workbooks do. */
  boolean since1904();

  /** Returns how many lines were not in the encoding of the file and were read in another. */
  long linesNotUtf8();

  @Override
  void close() throws IOException;
}
