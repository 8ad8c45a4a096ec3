package org.demandwright.file.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class XmlBoundsTest {
  private static final String HALF = "x".repeat(600_000);

  /** Returns what is wrong, empty where nothing is. */
  private static String wrong(String xml) {
    XmlBounds bounds = new XmlBounds();
    for (byte b : xml.getBytes(StandardCharsets.UTF_8)) {
      String wrong = bounds.take(b);
      if (!wrong.isEmpty()) {
        return wrong;
      }
    }
    return "";
  }

  private static String row(String cells) {
    return "<x:sheetData><x:row r=\"1\">" + cells + "</x:row></x:sheetData>";
  }

  private static String cell(String text) {
    return "<c r='A1' t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  @Test
  void what_a_workbook_has_passes() {
    String xml =
        "<?xml version=\"1.0\"?>\n<!-- made by hand > -->"
            + row(
                cell("a < b".replace("<", "&lt;"))
                    + "<c r=\"XFD1\" s='>'/>"
                    + cell("<![CDATA[<c r=\"ABCD1\"> ]] ]]>")
                    + cell(HALF)
                    + cell(HALF));
    assertThat(wrong(xml)).isEmpty();
  }

  @Test
  void a_text_without_end_however_it_is_divided() {
    String tooLong = "a text is longer than a cell or a row can hold";
    assertThat(wrong(row(cell(HALF + HALF)))).isEqualTo(tooLong);
    assertThat(wrong(row(cell(HALF + "<!-- -->" + HALF)))).isEqualTo(tooLong);
    assertThat(wrong(row(cell("<![CDATA[" + HALF + "]]><![CDATA[" + HALF + "]]>"))))
        .isEqualTo(tooLong);
    assertThat(wrong(row(cell("<r><t>" + HALF + "</t></r><r><t>" + HALF + "</t></r>"))))
        .isEqualTo(tooLong);
    assertThat(wrong("<sst><si><t>" + HALF + "</t><t>" + HALF + "</t></si></sst>"))
        .isEqualTo(tooLong);
    assertThat(wrong(row(cell(HALF).repeat(28)))).isEqualTo(tooLong);
  }

  @Test
  void tags_and_comments_without_end() {
    assertThat(wrong("<a b=\"" + HALF + "\"/>")).isEqualTo("a tag never ends");
    assertThat(wrong("<" + HALF)).isEqualTo("a tag never ends");
    assertThat(wrong("<a><!--" + HALF + "--><!--" + HALF + "--></a>"))
        .isEqualTo("it has comments without end");
  }

  @Test
  void elements_within_elements() {
    assertThat(wrong("<a>".repeat(100) + "</a>".repeat(100))).isEmpty();
    assertThat(wrong("<a>".repeat(101))).isEqualTo("its elements lie more than 100 deep");
    assertThat(wrong("<a/><b></b>".repeat(1_000))).isEmpty();
  }

  @Test
  void more_cells_than_a_sheet_has_columns() {
    String tooMany = "a row has more than 16384 cells";
    assertThat(wrong(row("<c/>".repeat(16_384)))).isEmpty();
    assertThat(wrong(row("<c/>".repeat(16_385)))).isEqualTo(tooMany);
    assertThat(wrong(row("<c r=\"AAAA1\"/>"))).isEqualTo(tooMany);
    assertThat(wrong("<r>" + row("<c/>".repeat(10_000)).repeat(2) + "</r>")).isEmpty();
  }

  @Test
  void a_document_type_and_another_encoding() {
    assertThat(wrong("<!DOCTYPE a [<!ENTITY b \"c\">]><a/>")).isEqualTo("it has a document type");
    XmlBounds utf16 = new XmlBounds();
    assertThat(utf16.take((byte) 0xff)).isEqualTo("it is not written in UTF-8");
  }
}
