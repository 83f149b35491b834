package org.otklik.report.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;

/**
 * Compiles the report's templates; run by the build alone, since the compiler it needs is not part
 * of the server.
 */
final class TemplateCompiler {

  private TemplateCompiler() {}

  /**
   * Each {@code .jrxml} below a folder becomes a {@code .jasper} beside it.
   *
   * @param arguments the folder
   */
  public static void main(String[] arguments) throws IOException, JRException {
    List<Path> templates;
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
      templates = files.filter(file -> file.toString().endsWith(".jrxml")).sorted().toList();
    }
    if (templates.isEmpty()) {
      throw new IOException("No template below " + arguments[0]);
    }
    for (Path template : templates) {
      String name = template.getFileName().toString().replaceFirst("\\.jrxml$", ".jasper");
      JasperCompileManager.compileReportToFile(
          template.toString(), template.resolveSibling(name).toString());
    }
  }
}
