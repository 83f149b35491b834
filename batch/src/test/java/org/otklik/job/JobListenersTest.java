package org.otklik.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.otklik.queue.JobName;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class JobListenersTest {
  @ParameterizedTest
  @EnumSource(JobName.class)
  void everyJobIsKnownWhileItRuns(JobName job)
      throws IOException, ParserConfigurationException, SAXException {
    List<String> expected =
        job == JobName.ANALYSE_RECORDING
            ? List.of("runningJobListener", "recordingLogListener")
            : List.of("runningJobListener");
    assertEquals(expected, listeners(xml(job)));
  }

  private static Element xml(JobName job)
      throws IOException, ParserConfigurationException, SAXException {
    try (InputStream in =
        JobListenersTest.class.getResourceAsStream("/META-INF/batch-jobs/" + job.id() + ".xml")) {
      assertNotNull(in, job.id());
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(in)
          .getDocumentElement();
    }
  }

  private static List<String> listeners(Element of) {
    return children(of, "listeners").stream()
        .flatMap(all -> children(all, "listener").stream())
        .map(one -> one.getAttribute("ref"))
        .toList();
  }

  private static List<Element> children(Element of, String name) {
    List<Element> found = new ArrayList<>();
    NodeList all = of.getChildNodes();
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
