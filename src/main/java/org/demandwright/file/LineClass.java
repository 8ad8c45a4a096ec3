package org.demandwright.file;

/** What a physical line of a text file, or a row of a sheet, is. Each is exactly one of these. */
public enum LineClass {
  /** A line such as {@code sep=;}, with which a spreadsheet is told the delimiter. */
  SEPARATOR,
  /** A line above the header, or one that says for the rows below it what they leave empty. */
  TITLE,
  /** The headings; in a text file they may go over several lines. */
  HEADER,
  /** The headings once more, as at the top of a printed page. */
  REPEATED_HEADER,
  /** Belongs to a row that has not been tried yet: of a preview alone. */
  DATA,
  /** Belongs to a row that can be read, demand or not. */
  LOADED,
  /** Belongs to a row that cannot be read. */
  QUARANTINED,
  /** Sums up other rows. */
  TOTAL,
  /** Holds nothing but blanks and delimiters. */
  BLANK
}
