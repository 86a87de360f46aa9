package dev.loadstone.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

final class BomTest {

  private static final XPath PATHS = XPathFactory.newInstance().newXPath();
  private static final String MANAGED = "/project/dependencyManagement/dependencies/dependency";
  private static final String BOM = "bom";

  @Test
  void bom_dependencies_areThePublishedModulesInTheVersionOfTheBuild() throws Exception {
    Document build = pom(".");
    Document bom = pom(BOM);

    List<String> published =
        texts("/project/modules/module", build)
            .filter(module -> !module.equals(BOM))
            .map(BomTest::pom)
            .filter(module -> !"true".equals(text("/project/properties/maven.deploy.skip", module)))
            .map(module -> text("/project/artifactId", module))
            .toList();

    assertThat(texts(MANAGED + "/artifactId", bom)).containsExactlyInAnyOrderElementsOf(published);
    assertThat(texts(MANAGED + "/groupId", bom)).containsOnly("dev.loadstone");
    assertThat(texts(MANAGED + "/version", bom)).containsOnly("${project.version}");
    assertThat(text("/project/version", bom)).isEqualTo(text("/project/version", build));
  }

  /** What the parent manages would be managed in every build that imports the BOM. */
  @Test
  void bom_parent_isNone() {
    assertThat(texts("/project/parent", pom(BOM))).isEmpty();
  }

  private static Document pom(String module) {
    Path file = Codebase.repository().resolve(module).resolve("pom.xml");
    try {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }

  private static String text(String path, Document document) {
    return texts(path, document).findFirst().orElse("");
  }

  private static Stream<String> texts(String path, Document document) {
    try {
      NodeList nodes = (NodeList) PATHS.evaluate(path, document, XPathConstants.NODESET);
      return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Node::getTextContent);
    } catch (XPathExpressionException e) {
      throw new IllegalStateException(path, e);
    }
  }
}
