package org.demandwright.file.tabular;

/**
 * Watches the bytes of a part of a workbook on their way, before a parser sees them, and says what
 * is beyond all that a table needs: texts, tags and comments that never end, elements within
 * elements within elements, rows of more cells than a sheet has columns, a document type. It takes
 * no more memory than one tag.
 *
 * <p>Bytes are looked at as those of UTF-8, in which every workbook is written; another encoding is
 * one of the things that are refused.
 */
final class XmlBounds {
  /** Bytes of the texts of one cell, which holds 32,767 characters, however they are divided. */
  private static final int LONGEST_TEXT = 1 << 20;

  /** Bytes of one tag with all its attributes. */
  private static final int LONGEST_TAG = 1 << 16;

  private static final int DEEPEST = 100;

  /** A sheet's last column is XFD. */
  private static final int MOST_COLUMNS = 16_384;

  private static final int LONGEST_COLUMN = 3;
  private static final String COMMENT = "<!--";
  private static final String CDATA = "<![CDATA[";

  /** What the next byte is a part of. */
  private enum Within {
    TEXT,
    TAG,
    COMMENT,
    CDATA
  }

  private final StringBuilder tag = new StringBuilder();
  private Within within = Within.TEXT;
  private char quote;
  private char last;
  private char lastButOne;
  private boolean inCell;
  private int depth;
  private int cells;
  private long bytes;
  private long text;
  private long textOfRow;
  private long comment;

  /** Returns what is wrong from this byte on, empty where nothing is. */
  String take(byte b) {
    char c = (char) (b & 0xff);
    bytes++;
    if (bytes <= 4 && (c == 0 || c >= 0xfe)) {
      return "it is not written in UTF-8";
    }
    String wrong =
        switch (within) {
          case TEXT -> c == '<' ? opened() : text();
          case TAG -> tag(c);
          case CDATA -> c == '>' && ends(']') ? closed() : text();
          case COMMENT -> c == '>' && ends('-') ? closed() : comment();
        };
    lastButOne = last;
    last = c;
    return wrong;
  }

  private boolean ends(char mark) {
    return last == mark && lastButOne == mark;
  }

  private String opened() {
    within = Within.TAG;
    quote = 0;
    tag.setLength(0);
    tag.append('<');
    return "";
  }

  private String closed() {
    within = Within.TEXT;
    return "";
  }

  private String text() {
    text++;
    textOfRow++;
    return text > LONGEST_TEXT || textOfRow > BoundedText.LONGEST_LINE
        ? "a text is longer than a cell or a row can hold"
        : "";
  }

  private String comment() {
    comment++;
    return comment > LONGEST_TEXT ? "it has comments without end" : "";
  }

  private String tag(char c) {
    tag.append(c);
    if (tag.length() > LONGEST_TAG) {
      return "a tag never ends";
    }
    if (quote != 0) {
      quote = c == quote ? 0 : quote;
      return "";
    }
    return switch (c) {
      case '"', '\'' -> {
        quote = c;
        yield "";
      }
      case '>' -> element();
      case '-' -> special(COMMENT, Within.COMMENT);
      case '[' -> special(CDATA, Within.CDATA);
      case 'D' -> starts("<!D") ? "it has a document type" : "";
      default -> "";
    };
  }

  private String special(String start, Within special) {
    if (tag.length() == start.length() && starts(start)) {
      within = special;
    }
    return "";
  }

  private boolean starts(String start) {
    return tag.indexOf(start) == 0;
  }

  private String element() {
    within = Within.TEXT;
    boolean end = tag.charAt(1) == '/';
    String name = name(end ? 2 : 1);
    boolean cell = name.equals("c") || name.equals("si");
    if (!inCell || cell) {
      text = 0;
    }
    if (tag.charAt(1) == '?') {
      return "";
    }
    boolean empty = tag.charAt(tag.length() - 2) == '/';
    inCell = cell ? !end && !empty : inCell;
    depth += end ? -1 : empty ? 0 : 1;
    if (depth > DEEPEST) {
      return "its elements lie more than " + DEEPEST + " deep";
    }
    if (name.equals("row") || name.equals("si")) {
      cells = 0;
      textOfRow = 0;
    }
    return name.equals("c") && !end ? cell() : "";
  }

  /** Returns the name of the element without its prefix. */
  private String name(int first) {
    int end = first;
    int from = first;
    while (end < tag.length() && " \t\r\n/>".indexOf(tag.charAt(end)) < 0) {
      from = tag.charAt(end) == ':' ? end + 1 : from;
      end++;
    }
    return tag.substring(from, end);
  }

  private String cell() {
    cells++;
    return cells > MOST_COLUMNS || lettersOfColumn() > LONGEST_COLUMN
        ? "a row has more than " + MOST_COLUMNS + " cells"
        : "";
  }

  private int lettersOfColumn() {
    int at = tag.indexOf(" r=");
    int first = at + " r=".length() + 1;
    int end = first;
    while (at >= 0 && end < tag.length() && Character.isLetter(tag.charAt(end))) {
      end++;
    }
    return end - first;
  }
}
