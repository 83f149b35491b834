package org.otklik.launcher;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.otklik.database.DatabaseAccess;
import org.otklik.database.DatabaseRole;
import org.otklik.platform.FileTrees;
import org.otklik.platform.Platform;

/** Readies an instance's folder before each start; its data and media are left as they are. */
public final class ServerFolder {
  private final ServerSettings settings;

  public ServerFolder(ServerSettings settings) {
    this.settings = settings;
  }

  /** Writes configuration and properties anew, and clears what only a running server needs. */
  public void prepare(DatabaseAccess database) throws IOException {
    Path folder = settings.folder();
    for (String cleared : List.of("configuration", "deployments", "tmp")) {
      FileTrees.delete(folder.resolve(cleared));
    }
    FileTrees.copy(
        settings.home().resolve("standalone/configuration"), folder.resolve("configuration"));
    for (String made :
        List.of("deployments", "tmp/java", "log", "data/javacpp", "media", "inbox")) {
      Files.createDirectories(folder.resolve(made));
    }
    if (settings.isLogJson()) {
      JsonLog.switchOn(folder.resolve("configuration"));
    }
    Platform.writePrivately(settings.propertiesFile(), properties(database));
    if (settings.isTls()) {
      try (InputStream tls = ServerFolder.class.getResourceAsStream("otklik-tls.yml")) {
        Files.copy(tls, settings.tlsConfiguration());
      }
    }
  }

  /** Lets the deployment scanner find the application. */
  void deploy() throws IOException {
    Path target = settings.deployments().resolve("otklik.ear");
    Path copying = settings.folder().resolve("tmp/otklik.ear");
    Files.copy(settings.ear(), copying, StandardCopyOption.REPLACE_EXISTING);
    Files.move(copying, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private Properties properties(DatabaseAccess database) {
    Path home = settings.home();
    Path folder = settings.folder();
    Properties p = new Properties();
    // Of this start of the server alone: at the end of its connections' names PostgreSQL looks for
    // it.
    String run = UUID.randomUUID().toString();
    p.setProperty("otklik.run.id", run);
    p.setProperty(
        "otklik.db.url",
        database.urlWith(
            "ApplicationName=otklik-" + run + "&reWriteBatchedInserts=true&currentSchema=timer"));
    p.setProperty(
        "otklik.db.batch-url",
        database.urlWith("ApplicationName=otklik-batch-" + run + "&currentSchema=batch"));
    p.setProperty("otklik.db.user", DatabaseRole.APPLICATION.login());
    p.setProperty("otklik.db.password", database.password(DatabaseRole.APPLICATION));
    p.setProperty("otklik.models.dir", home.resolve("otklik/models").toString());
    p.setProperty("otklik.demo.dir", home.resolve("otklik/demo").toString());
    p.setProperty("otklik.decoder.classpath", decoderClassPath(home));
    p.setProperty("otklik.media.dir", settings.media().toString());
    p.setProperty("otklik.inbox.dir", settings.inbox().toString());
    p.setProperty("otklik.http.port", Integer.toString(settings.httpPort()));
    p.setProperty("otklik.batch.threads", Integer.toString(settings.batchThreads()));
    p.setProperty("org.bytedeco.javacpp.cachedir", folder.resolve("data/javacpp").toString());
    p.putAll(settings.properties());
    return p;
  }

  /** For a Java of its own: class path wildcards take every jar of a folder. */
  private static String decoderClassPath(Path home) {
    return ServerModule.folder(home, ServerProvisioner.NATIVES).resolve("*")
        + File.pathSeparator
        + home.resolve("otklik/decoder").resolve("*");
  }
}
