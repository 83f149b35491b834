package org.otklik.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRElementGroup;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.util.JRElementsVisitor;
import net.sf.jasperreports.engine.util.UniformElementVisitor;
import net.sf.jasperreports.engine.xml.JRXmlLoader;

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
      JasperDesign design = JRXmlLoader.load(template.toFile());
      nameElements(design);
      JasperCompileManager.compileReportToFile(design, template.resolveSibling(name).toString());
    }
  }

  /** Else each build would name them at random, and no two be the same to the bit. */
  private static void nameElements(JasperDesign design) {
    AtomicInteger count = new AtomicInteger();
    design.setUUID(uuid(design, count));
    JRElementsVisitor.visitReport(
        design,
        new UniformElementVisitor() {
          @Override
          public void visitElementGroup(JRElementGroup group) {
            // its elements are visited
          }

          @Override
          protected void visitElement(JRElement element) {
            ((JRDesignElement) element).setUUID(uuid(design, count));
          }
        });
  }

  private static UUID uuid(JasperDesign design, AtomicInteger count) {
    String name = design.getName() + " " + count.incrementAndGet();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
