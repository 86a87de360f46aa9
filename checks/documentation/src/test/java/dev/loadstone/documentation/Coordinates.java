package dev.loadstone.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The dependencies that a block of XML names are what the build makes. */
final class Coordinates {

  /** Which the build makes, and uses nowhere. */
  private static final String BOM = "loadstone-bom";

  private static final XPath PATHS = XPathFactory.newInstance().newXPath();

  private Coordinates() {}

  static void check(Snippet snippet) throws Exception {
    Document shown = parsed("<shown>" + snippet.text() + "</shown>");
    Document build = parsed(Repository.text(Repository.root().resolve("pom.xml")));
    String own = PATHS.evaluate("/project/version", build);

    for (Node dependency :
        nodes("//dependency[starts-with(groupId, 'dev.loadstone')]", shown).toList()) {
      String artifact = PATHS.evaluate("artifactId", dependency);

      assertThat(PATHS.evaluate("groupId", dependency)).isEqualTo("dev.loadstone");
      assertThat(PATHS.evaluate("version", dependency)).as(artifact).isEqualTo(own);
      assertThat(
              Stream.concat(
                  Stream.of(BOM),
                  nodes("//dependency/artifactId", build).map(Node::getTextContent)))
          .contains(artifact);
    }
  }

  private static Document parsed(String xml) throws Exception {
    DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    return builder.parse(new InputSource(new StringReader(xml)));
  }

  private static Stream<Node> nodes(String path, Document document) throws Exception {
    NodeList nodes = (NodeList) PATHS.evaluate(path, document, XPathConstants.NODESET);
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
  }
}
