package org.otklik.it;

import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What Arquillian brings into the running server: a small web archive beside the application, which
 * sees the application's services and the native libraries. To stand before {@code ArquillianTest},
 * because Arquillian looks for the server first.
 */
public final class InsideTests implements BeforeAllCallback {
  /** Arquillian sets it for JUnit within the server. */
  private static final String IS_INSIDE = "insideArquillian";

  private static final String SEES =
      """
      <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.3">
        <deployment>
          <dependencies>
            <module name="org.otklik.natives"/>
            <module name="deployment.otklik.ear.otklik-ejb.jar"/>
          </dependencies>
        </deployment>
      </jboss-deployment-structure>
      """;

  /** Starts the server unless it runs; inside it there is nothing to start. */
  @Override
  public void beforeAll(ExtensionContext context) {
    if (context.getConfigurationParameter(IS_INSIDE).isEmpty()) {
      TestGround.server();
    }
  }

  /**
   * @param name its path in the server
   */
  static WebArchive archive(String name, Class<?>... tests) {
    return ShrinkWrap.create(WebArchive.class, name + ".war")
        .addClasses(tests)
        .addClasses(InsideTests.class, Application.class)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .addAsWebInfResource(new StringAsset(SEES), "jboss-deployment-structure.xml");
  }
}
