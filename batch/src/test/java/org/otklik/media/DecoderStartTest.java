package org.otklik.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecoderStartTest {
  @TempDir Path folder;
  @TempDir Path jarFolder;

  private String jars;

  @Test
  void childrenStartWithAnArchiveThatIsMadeOnce() throws Exception {
    jars = jarsOf(DecoderChild.standard().classpath());
    List<String> options = prepared();
    assertTrue(options.get(0).contains("jniavcodec"), options.get(0));
    Path archive = archive();
    assertEquals("-XX:SharedArchiveFile=" + archive, options.get(1));
    FileTime madeAt = Files.getLastModifiedTime(archive);
    assertEquals(options, prepared());
    assertEquals(madeAt, Files.getLastModifiedTime(archive));
    Path video = VideoFixture.video(jarFolder.resolve("v.mp4"), 5);
    assertEquals(5, new VideoProber(ofJars().startedWith(options)).probe(video).frameCount());
  }

  /** Somebody may have cleared the folder of temporary files. */
  @Test
  void childrenStartWithoutWhatIsGone() throws Exception {
    Path gone = folder.resolve("gone");
    List<String> options =
        List.of("-Dotklik.decoder.natives=" + gone, "-XX:SharedArchiveFile=" + gone);
    assertEquals(5, frames(options));
  }

  @Test
  void whereNoneCanBeMadeChildrenStartAsTheyCan() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "no folder");
    DecoderStart start = new DecoderStart(file);
    start.prepare(DecoderChild.standard());
    List<String> options = start.options(DecoderChild.standard(), work -> new Thread(() -> {}));
    assertEquals(5, frames(options));
  }

  private List<String> prepared() throws IOException {
    DecoderStart start = new DecoderStart(folder);
    start.prepare(ofJars());
    return start.options(ofJars(), work -> new Thread(() -> {}));
  }

  private Path archive() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertEquals(1, all.size(), all.toString());
      return all.get(0);
    }
  }

  private int frames(List<String> options) throws Exception {
    Path video = VideoFixture.video(folder.resolve("v.mp4"), 5);
    DecoderChild child = DecoderChild.standard().startedWith(options);
    return new VideoProber(child).probe(video).frameCount();
  }

  private DecoderChild ofJars() {
    DecoderChild one = DecoderChild.standard();
    return new DecoderChild(
        one.java(), jars, one.heap(), List.of(), one.limits(), one.mainClass(), one.children());
  }

  /** Java archives classes of jars only, as the server has them. */
  private String jarsOf(String classpath) throws IOException {
    List<String> all = new ArrayList<>();
    for (String entry : classpath.split(File.pathSeparator)) {
      Path path = Path.of(entry);
      all.add(Files.isDirectory(path) ? jar(path, all.size()).toString() : entry);
    }
    return String.join(File.pathSeparator, all);
  }

  private Path jar(Path classes, int number) throws IOException {
    Path jar = jarFolder.resolve(number + ".jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
    return jar;
  }
}
