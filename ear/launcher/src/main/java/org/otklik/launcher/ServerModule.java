package org.otklik.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A module of the server: jars that it loads once and lends to whoever names it.
 *
 * @param name dotted; the last part is also a folder
 * @param dependencies names of other modules
 */
record ServerModule(String name, List<Path> jars, List<String> dependencies) {

  /** The folder that holds the module's jars, beneath the server's home. */
  static Path folder(Path home, String name) {
    return home.resolve("modules").resolve(name.replace('.', '/')).resolve("main");
  }

  void install(Path home) throws IOException {
    Path folder = Files.createDirectories(folder(home, name));
    for (Path jar : jars) {
      Files.copy(jar, folder.resolve(jar.getFileName()));
    }
    Files.writeString(folder.resolve("module.xml"), descriptor());
  }

  private String descriptor() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <module name="%s" xmlns="urn:jboss:module:1.9">
          <resources>
        %s
          </resources>
          <dependencies>
        %s
          </dependencies>
        </module>
        """
        .formatted(
            name,
            jars.stream()
                .map(jar -> "    <resource-root path=\"" + jar.getFileName() + "\"/>")
                .collect(Collectors.joining("\n")),
            dependencies.stream()
                .map(module -> "    <module name=\"" + module + "\"/>")
                .collect(Collectors.joining("\n")));
  }
}
