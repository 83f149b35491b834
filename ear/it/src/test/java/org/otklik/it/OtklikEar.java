package org.otklik.it;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The built EAR, with one more web module that carries the test classes into the server. */
final class OtklikEar {
  private static final String DESCRIPTOR = "META-INF/application.xml";
  private static final String TEST_MODULE =
      "<module><web><web-uri>tests.war</web-uri><context-root>/tests</context-root></web></module>";

  private OtklikEar() {}

  static boolean hasRestInterface() {
    return built().getAsType(WebArchive.class, "otklik-web.war").getContent().keySet().stream()
        .anyMatch(path -> path.get().matches("/WEB-INF/classes/.*Resource\\.class"));
  }

  private static EnterpriseArchive built() {
    return ShrinkWrap.create(ZipImporter.class, "otklik.ear")
        .importFrom(TestGround.layout().ear().toFile())
        .as(EnterpriseArchive.class);
  }

  /** The EAR as built, plus the module tests.war with these classes, at the path /tests. */
  static EnterpriseArchive with(Class<?>... testClasses) throws IOException {
    EnterpriseArchive ear = built();
    WebArchive tests =
        ShrinkWrap.create(WebArchive.class, "tests.war")
            .addClasses(testClasses)
            .addClass(OpenDoor.class)
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    String descriptor;
    try (InputStream in = ear.get(DESCRIPTOR).getAsset().openStream()) {
      descriptor = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    // Kept, not dropped: it holds the portal's context root.
    String extended = descriptor.replace("</application>", TEST_MODULE + "</application>");
    ear.delete(DESCRIPTOR);
    return ear.add(new StringAsset(insertBeforeLibrary(extended)), DESCRIPTOR)
        .addAsModule(Testable.archiveToTest(tests));
  }

  /** The schema wants every module before the library directory. */
  private static String insertBeforeLibrary(String descriptor) {
    if (!descriptor.contains("<library-directory>")) {
      return descriptor;
    }
    return descriptor
        .replace(TEST_MODULE, "")
        .replace("<library-directory>", TEST_MODULE + "<library-directory>");
  }
}
