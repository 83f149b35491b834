package org.otklik.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A disk of a few KiB in place of a folder, as only root may put it there. */
final class SmallDisk implements AutoCloseable {
  private static final int PATIENCE_S = 20;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Skips the test where that is not allowed. What is in the folder is hidden meanwhile. */
  static SmallDisk at(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/mount"))
            && run("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", folder.toString()),
        "needs root, and Linux, to make a small disk");
    return new SmallDisk(folder);
  }

  /** Lazily: what is being written there ends by itself. */
  @Override
  public void close() throws IOException, InterruptedException {
    if (!run("umount", "--lazy", folder.toString())) {
      throw new IOException("The small disk stays: " + folder);
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(PATIENCE_S, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
