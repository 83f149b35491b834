package org.otklik.report.page.section;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;

/** The compiled templates, each loaded once. A compiled template may be filled by many at once. */
public final class Templates {

  private final Map<String, JasperReport> loaded = new ConcurrentHashMap<>();

  public JasperReport get(String name) {
    return loaded.computeIfAbsent(name, Templates::load);
  }

  private static JasperReport load(String name) {
    String resource = name + ".jasper";
    try (InputStream compiled = Templates.class.getResourceAsStream(resource)) {
      if (compiled == null) {
        throw new IllegalStateException("The build left out the template " + resource);
      }
      return (JasperReport) JRLoader.loadObject(compiled);
    } catch (IOException | JRException e) {
      throw new IllegalStateException("The template cannot be read: " + resource, e);
    }
  }
}
