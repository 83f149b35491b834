package org.otklik.web.portal;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives our own scripts and styles addresses that change with their content: browsers keep them for
 * a week, and must not run last week's scripts on a new page. The files' times tell nothing, as
 * builds are reproducible.
 */
public class VersionedResources extends ResourceHandlerWrapper {
  private static final String LIBRARY = "otklik";
  private static final int DIGITS = 12;

  private final Map<String, String> versions = new ConcurrentHashMap<>();

  public VersionedResources(ResourceHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Resource createResource(String name, String library) {
    return versioned(super.createResource(name, library), library);
  }

  @Override
  public Resource createResource(String name, String library, String contentType) {
    return versioned(super.createResource(name, library, contentType), library);
  }

  private Resource versioned(Resource resource, String library) {
    return resource == null || !LIBRARY.equals(library) ? resource : new Versioned(resource);
  }

  private final class Versioned extends ResourceWrapper {
    Versioned(Resource wrapped) {
      super(wrapped);
    }

    @Override
    public String getRequestPath() {
      String path = super.getRequestPath();
      String version =
          versions.computeIfAbsent(getResourceName(), name -> VersionedResources.version(this));
      return path + (path.contains("?") ? "&" : "?") + "v=" + version;
    }
  }

  private static String version(Resource resource) {
    try (InputStream content = resource.getInputStream()) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
