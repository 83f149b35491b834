package org.otklik.media;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.otklik.media.child.DecoderMain;

/**
 * Lets children start in a third of the time: with an archive of their classes, and with the word
 * where FFmpeg's libraries have been unpacked to. Both are made once, in the background, and kept
 * for as long as Java and the jars stay what they are; until then children start as they can.
 */
final class DecoderStart {
  private static final Logger LOG = System.getLogger(DecoderStart.class.getName());
  private static final long PATIENCE_SECONDS = 60;

  private final Path folder;
  private volatile List<String> options = List.of();
  private boolean begun;

  /**
   * @param folder where the archive is kept
   */
  DecoderStart(Path folder) {
    this.folder = folder;
  }

  /**
   * Options of Java that are known by now.
   *
   * @param threads for the first time, to find them out
   */
  synchronized List<String> options(DecoderChild child, ThreadFactory threads) {
    if (!begun) {
      begun = true;
      threads.newThread(() -> prepare(child)).start();
    }
    return options;
  }

  /** Finds the options out, where the children can do without them, too. */
  void prepare(DecoderChild child) {
    try {
      String natives = natives(child);
      options = List.of(natives);
      Path archive = folder.resolve("decoder-" + Integer.toHexString(version(child)) + ".jsa");
      if (!Files.exists(archive)) {
        makeArchive(child, archive);
      }
      options = List.of(natives, "-XX:SharedArchiveFile=" + archive);
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Level.WARNING, "Decoders will start more slowly than they could", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the server is about to stop
    }
  }

  private void makeArchive(DecoderChild child, Path archive)
      throws IOException, InterruptedException {
    Path unfinished = Files.createTempFile(Files.createDirectories(folder), "decoder", ".tmp");
    Files.delete(unfinished); // Java writes no archive over a file
    List<String> making = new ArrayList<>(options);
    making.add("-XX:ArchiveClassesAtExit=" + unfinished);
    String said = run(child, making);
    if (!Files.exists(unfinished)) {
      throw new IOException("Java makes no archive: " + said);
    }
    Files.move(unfinished, archive, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String natives(DecoderChild child) throws IOException, InterruptedException {
    List<String> files = run(child, List.of()).lines().toList();
    if (files.isEmpty() || !files.stream().allMatch(file -> Files.isRegularFile(Path.of(file)))) {
      throw new IOException("no libraries at " + files);
    }
    return "-D" + DecoderMain.NATIVES_PROPERTY + "=" + String.join(File.pathSeparator, files);
  }

  /** What a child says that only loads its libraries. */
  private static String run(DecoderChild child, List<String> options)
      throws IOException, InterruptedException {
    ProcessBuilder builder = child.startedWith(options).builder();
    builder.command().add(DecoderMain.LIBRARIES_ONLY);
    Path out = Files.createTempFile("decoder", ".txt");
    Process process = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
    try {
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      String said = Files.readString(out);
      if (!ended || process.exitValue() != 0) {
        throw new IOException("a decoder that only starts says " + said);
      }
      return said;
    } finally {
      process.destroyForcibly();
      Files.delete(out);
    }
  }

  /** Another one for another Java and for other jars, for which an archive would be no use. */
  private static int version(DecoderChild child) throws IOException {
    StringBuilder all = new StringBuilder(System.getProperty("java.vm.version"));
    all.append(child.java());
    for (String entry : child.classpath().split(File.pathSeparator)) {
      boolean isFolder = entry.endsWith("*");
      Path path = Path.of(isFolder ? entry.substring(0, entry.length() - 1) : entry);
      try (Stream<Path> files = isFolder ? Files.list(path) : Stream.of(path)) {
        for (Path file : files.sorted().toList()) {
          all.append(file).append(Files.size(file)).append(Files.getLastModifiedTime(file));
        }
      }
    }
    return all.toString().hashCode();
  }
}
