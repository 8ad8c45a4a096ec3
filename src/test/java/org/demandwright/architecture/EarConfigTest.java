package org.demandwright.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What lies in {@code ear-config} fits the WAR, and its two files fit each other. */
class EarConfigTest {
  @Test
  void the_ear_holds_the_war_that_the_build_makes() throws Exception {
    String war = text(parse("pom.xml"), "finalName").get(0) + ".war";
    assertThat(text(parse("ear-config/application.xml"), "web-uri")).containsExactly(war);
  }

  @Test
  void the_references_replace_the_data_sources_of_the_persistence_units() throws Exception {
    assertThat(text(parse("ear-config/application.xml"), "res-ref-name"))
        .containsExactlyInAnyOrder("java:app/jdbc/store", "java:app/jdbc/erp");
  }

  @Test
  void every_reference_leads_to_a_resource_of_the_server() throws Exception {
    List<String> defined = new ArrayList<>();
    NodeList resources =
        parse("ear-config/glassfish-resources.xml").getElementsByTagName("jdbc-resource");
    for (int i = 0; i < resources.getLength(); i++) {
      defined.add(((Element) resources.item(i)).getAttribute("jndi-name"));
    }
    assertThat(text(parse("ear-config/application.xml"), "lookup-name"))
        .containsExactlyInAnyOrderElementsOf(defined);
  }

  private static List<String> text(Document document, String element) {
    List<String> values = new ArrayList<>();
    NodeList found = document.getElementsByTagName(element);
    for (int i = 0; i < found.getLength(); i++) {
      values.add(found.item(i).getTextContent().trim());
    }
    return values;
  }

  private static Document parse(String file) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    // The DTD of the resources file lies on the web; tests do not.
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    return factory.newDocumentBuilder().parse(Path.of(file).toFile());
  }
}
