package org.otklik.web.camera;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * {@code /device/*}: what a browser needs to run the models itself, packed. Each address has a part
 * that changes with the content, so that browsers keep it for good.
 */
@WebServlet("/device/*")
public class DeviceFilesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  static final String RUNTIME = "/device/runtime/";
  static final String MODELS = "/device/models/";

  /** Not for proxies: who asks is signed in. */
  private static final String FOR_GOOD = "private, max-age=31536000, immutable"; // a year

  private static final Pattern RUNTIME_FILE = Pattern.compile("/runtime/([0-9a-f]+)/([a-z.-]+)");
  private static final Pattern MODEL_FILE = Pattern.compile("/models/([0-9a-f]{64}\\.onnx)");

  @Inject private transient DeviceModels models;

  /** Content as it is stored; encoding br or gzip. */
  private record Packed(InputStream content, String encoding) {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("");
    Optional<Packed> found = file(path, accepted(request));
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try (InputStream content = found.get().content()) {
      response.setContentType(getServletContext().getMimeType(path));
      response.setHeader("Cache-Control", FOR_GOOD);
      response.setHeader("Vary", "Accept-Encoding");
      if (found.get().encoding() != null) {
        response.setHeader("Content-Encoding", found.get().encoding());
      }
      content.transferTo(response.getOutputStream());
    }
  }

  private static String accepted(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Accept-Encoding"))
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }

  private Optional<Packed> file(String path, String accepted) throws IOException {
    Matcher runtime = RUNTIME_FILE.matcher(path);
    if (runtime.matches()) {
      return runtime.group(1).equals(models.runtimeVersion().orElse(null))
          ? runtimeFile(runtime.group(2), accepted)
          : Optional.empty();
    }
    Matcher model = MODEL_FILE.matcher(path);
    if (!model.matches() || !models.areOffered()) {
      return Optional.empty();
    }
    Optional<InputStream> gzip =
        Stream.of(models.detector(), models.classifier())
            .filter(one -> one.fileName().equals(model.group(1)))
            .<InputStream>map(one -> new ByteArrayInputStream(one.gzip()))
            .findAny();
    return gzip.isEmpty() ? Optional.empty() : Optional.of(gzip(gzip.get(), accepted));
  }

  private Optional<Packed> runtimeFile(String name, String accepted) throws IOException {
    String file = DeviceModels.RUNTIME + name;
    InputStream brotli =
        accepted.contains("br") ? getServletContext().getResourceAsStream(file + ".br") : null;
    if (brotli != null) {
      return Optional.of(new Packed(brotli, "br"));
    }
    InputStream gzip = getServletContext().getResourceAsStream(file + ".gz");
    return gzip == null ? Optional.empty() : Optional.of(gzip(gzip, accepted));
  }

  /** Unpacked for the few who do not know gzip. */
  private static Packed gzip(InputStream gzip, String accepted) throws IOException {
    return accepted.contains("gzip")
        ? new Packed(gzip, "gzip")
        : new Packed(new GZIPInputStream(gzip), null);
  }
}
