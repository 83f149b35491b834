package org.otklik.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchRuntime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.bytedeco.opencv.global.opencv_core;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an application finds in the real server, beside the EAR as built. */
@ExtendWith(InsideTests.class)
@ArquillianTest
class DeploymentIT {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  @Resource(lookup = "java:jboss/datasources/AppDS")
  private DataSource application;

  @Resource private DataSource byDefault;

  @Deployment
  static WebArchive tests() {
    return InsideTests.archive("deployment", DeploymentIT.class);
  }

  @Test
  void applicationSignsInWithItsOwnRole() throws SQLException {
    assertEquals("otklik_app", single(application, "select current_user"));
    assertEquals("otklik_app", single(byDefault, "select current_user"));
  }

  @Test
  void applicationCannotCreateTablesInPublic() {
    assertDenied("create table public.smuggled (id int)");
  }

  @Test
  void applicationCannotCreateSchemas() {
    assertDenied("create schema smuggled");
  }

  @Test
  void batchRuntimeKeepsItsJobsInTheSchemaBatch() throws SQLException {
    assertNotNull(BatchRuntime.getJobOperator().getJobNames());
    String tables = "select count(*) > 0 from pg_tables where schemaname = 'batch'";
    assertEquals("t", single(application, tables));
  }

  @Test
  void nativesComeFromTheServersOwnModule() {
    assertNotNull(OrtEnvironment.getEnvironment());
    assertEquals("4.13.0", opencv_core.getVersionString().getString().trim());
    String loader = OrtEnvironment.class.getClassLoader().toString();
    assertTrue(loader.contains("org.otklik.natives"), loader);
  }

  @Test
  void modelsAndMediaHaveTheirFolders() {
    Path models = Path.of(System.getProperty("otklik.models.dir"));
    assertTrue(Files.isDirectory(models.resolve("face-detector")));
    assertTrue(Files.isDirectory(Path.of(System.getProperty("otklik.media.dir"))));
    assertTrue(System.getProperty("otklik.decoder.classpath").contains("decoder"));
  }

  @Test
  @RunAsClient
  void strangerIsLedToTheSignInWithoutBeingToldAboutTheServer()
      throws IOException, InterruptedException {
    HttpResponse<String> answer = get("no-such-page");
    assertEquals(302, answer.statusCode());
    assertTrue(answer.headers().firstValue("Location").orElse("").contains("/login.xhtml"));
    assertFalse(answer.headers().firstValue("Server").isPresent());
    assertFalse(answer.headers().firstValue("X-Powered-By").isPresent());
    assertFalse(answer.body().contains("WildFly"), answer.body());
  }

  @Test
  @RunAsClient
  void restInterfaceIsDescribedAtOpenapi() throws IOException, InterruptedException {
    HttpResponse<String> answer = get("openapi");
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("openapi"), answer.body());
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI address = TestGround.portal().resolve(path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private void assertDenied(String statement) {
    SQLException denied = assertThrows(SQLException.class, () -> execute(statement));
    assertEquals(INSUFFICIENT_PRIVILEGE, denied.getSQLState(), denied.getMessage());
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = application.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static String single(DataSource source, String query) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      assertTrue(rows.next());
      return rows.getString(1);
    }
  }
}
