package org.otklik.it;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.otklik.database.DatabaseMigration;
import org.otklik.database.DatabaseRole;
import org.otklik.database.LocalDatabase;
import org.otklik.launcher.DemoUser;
import org.otklik.launcher.OtklikServer;
import org.otklik.launcher.RestClient;
import org.otklik.launcher.ServerSettings;

/**
 * A server of the tests with the EAR as built, and what it stands on: a database of its own, and,
 * where a test wants them, a mail server and an OpenID provider. All on free ports, in one folder.
 */
final class TestServer implements AutoCloseable {
  /**
   * It lives for minutes: of all that is compiled for speed only what runs without end, such as
   * hashing passwords, pays. Ten times the standard thresholds of the compiler C2.
   */
  private static final List<String> FEW_COMPILATIONS =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  /** It starts, and is killed or has few to serve: nothing but the fast compiler C1 pays. */
  private static final List<String> FAST_COMPILATIONS = List.of("-XX:TieredStopAtLevel=1");

  private final Path folder;
  private final boolean durable;
  private DemoUser user = DemoUser.random();
  private final MailFixture mail;
  private ServerSettings settings;
  private OpenIdProviderFixture provider;
  private LocalDatabase database;
  private LocalDatabase killedDatabase;
  private OtklikServer server;
  private boolean isNode;
  private IOException refusal;

  private TestServer(Path folder, boolean durable) throws IOException {
    this.folder = folder;
    this.durable = durable;
    this.mail = new MailFixture();
    this.settings =
        ServerSettings.of(TestGround.layout(), folder.resolve("server"))
            .withJavaOptions(FEW_COMPILATIONS);
  }

  /** One that may be killed: its database and its files outlive that. */
  static TestServer durable(String name) throws IOException {
    return new TestServer(TestGround.newFolder(name), true).shortLived();
  }

  /** One whose database is quick, and gone at the end. */
  static TestServer passing(String name) throws IOException {
    return new TestServer(TestGround.newFolder(name), false);
  }

  /** Its start takes two thirds of the processor time, a sign-in twice as much. */
  TestServer shortLived() {
    return with(before -> before.withJavaOptions(FAST_COMPILATIONS));
  }

  /** Makes the demo's client and its administrator at the start. */
  TestServer withAdministrator() {
    settings = user.on(settings);
    return this;
  }

  /** Sends mail, and links to the portal in it; nobody answers until the mail server is started. */
  TestServer withMail() {
    settings = mail.on(settings);
    return this;
  }

  /** Users come by a provider as well, which does not answer until it is started. */
  TestServer withProvider() throws IOException, JOSEException {
    provider = OpenIdProviderFixture.create();
    provider.register(portal());
    Path secret = folder.resolve("client-secret");
    Files.writeString(secret, OpenIdProviderFixture.SECRET + "\n");
    return with("otklik.portal.url", portal().toString().replaceFirst("/$", ""))
        .with("otklik.sso.issuer", provider.issuer().toString())
        .with("otklik.sso.client-id", OpenIdProviderFixture.CLIENT)
        .with("otklik.sso.client-secret-file", secret.toString());
  }

  /** A system property of the server. */
  TestServer with(String property, String value) {
    return with(before -> before.with(property, value));
  }

  TestServer with(UnaryOperator<ServerSettings> change) {
    settings = change.apply(settings);
    return this;
  }

  /** Another node on the same database and the same videos. */
  TestServer node(String name) throws IOException {
    TestServer other = new TestServer(folder.resolve(name), durable);
    ServerSettings own = other.settings;
    other.settings =
        new ServerSettings(
                own.home(),
                own.folder(),
                own.ear(),
                name,
                own.httpPort(),
                own.managementPort(),
                own.batchThreads(),
                own.javaOptions(),
                settings.properties())
            .with("otklik.media.dir", settings.media().toString());
    other.user = user;
    other.database = database;
    other.isNode = true;
    return other;
  }

  /** Starts the database, and migrates it when it is new. */
  TestServer startDatabase() throws IOException, InterruptedException {
    database =
        LocalDatabase.start(
            TestGround.layout().database(folder.resolve("postgres"), durable),
            TestGround.guard(),
            TestGround.console());
    DatabaseMigration.migrate(database);
    return this;
  }

  /** Starts the server, for the first time or again on its data. */
  TestServer start() throws IOException, InterruptedException {
    if (database == null) {
      startDatabase();
    }
    server = OtklikServer.start(settings, database, TestGround.guard(), TestGround.console());
    return this;
  }

  /** Starts it unless it runs; what could not be started once is not tried for every class. */
  TestServer running() throws IOException, InterruptedException {
    if (refusal != null) {
      throw new IOException("The server did not start before, either", refusal);
    }
    if (server == null) {
      try {
        start();
      } catch (IOException e) {
        refusal = e;
        throw e;
      }
    }
    return this;
  }

  /** Ends the server as a power cut would. */
  void kill() throws IOException, InterruptedException {
    server.kill();
  }

  /** Stops its work where it stands, as a machine does that falls asleep. */
  void freeze() throws IOException, InterruptedException {
    signal("STOP");
  }

  /** It goes on and knows nothing of it. */
  void wake() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    String process = Long.toString(server.process().pid());
    int status = new ProcessBuilder("kill", "-" + name, process).start().waitFor();
    if (status != 0) {
      throw new IOException("kill says " + status);
    }
  }

  /** Ends server and database as a power cut would. */
  void killWithDatabase() throws IOException, InterruptedException {
    database.process().destroyForcibly();
    server.kill();
    database.process().onExit().join();
    database.close();
    database = null;
  }

  /** Ends the database alone as a power cut would; the server is left without one. */
  void killDatabase() throws IOException {
    database.process().destroyForcibly();
    database.process().onExit().join();
    database.close();
    killedDatabase = database;
    database = null;
  }

  /** Starts the server while its database is away. */
  void startWithoutDatabase() throws IOException, InterruptedException {
    server = OtklikServer.start(settings, killedDatabase, TestGround.guard(), TestGround.console());
  }

  LocalDatabase database() {
    return database;
  }

  ServerSettings settings() {
    return settings;
  }

  OtklikServer process() {
    return server;
  }

  MailFixture mail() {
    return mail;
  }

  OpenIdProviderFixture provider() {
    return provider;
  }

  DemoUser user() {
    return user;
  }

  /** Where the portal is; ends with a slash. */
  URI portal() {
    return URI.create("http://127.0.0.1:" + settings.httpPort() + "/");
  }

  RestClient administrator() {
    return client(user.login(), user.password());
  }

  RestClient client(String login, String password) {
    return new RestClient(portal(), login, password, Locale.ENGLISH);
  }

  List<String> rows(String query, Object... arguments) throws SQLException {
    return Sql.rows(database, DatabaseRole.OWNER, query, arguments);
  }

  @Override
  public void close() throws IOException {
    mail.close();
    if (provider != null) {
      provider.close();
    }
    if (server != null) {
      server.close();
      server = null;
    }
    if (database != null && !isNode) {
      database.close();
      database = null;
    }
  }
}
