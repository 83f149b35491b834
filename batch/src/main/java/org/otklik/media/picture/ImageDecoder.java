package org.otklik.media.picture;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.otklik.image.UnreadableReason;
import org.otklik.media.DecoderChild;
import org.otklik.vision.image.Frame;

/**
 * Decodes pictures in a child process, which is started with the first one and anew after one that
 * it did not survive: a picture costs at most its child. For one thread.
 */
public final class ImageDecoder implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ImageDecoder.class.getName());
  private static final int BUFFER_BYTES = 1 << 16;

  /** What Java ends with by -XX:+ExitOnOutOfMemoryError. */
  private static final int OUT_OF_MEMORY = 3;

  private static final long GOODBYE_SECONDS = 2;

  private final DecoderChild how;
  private final ImageDecodeLimits limits;
  private Child child;

  private record Child(Process process, DataOutputStream to, DataInputStream from) {}

  private ImageDecoder(DecoderChild how, ImageDecodeLimits limits) {
    this.how = how;
    this.limits = limits;
  }

  /** In a Java like ours, with the class path of the videos' decoder. */
  public static ImageDecoder standard() {
    return with(ImageDecodeLimits.STANDARD, ImageDecoderMain.class);
  }

  /** For tests: another patience, or a child that misbehaves. */
  static ImageDecoder with(ImageDecodeLimits limits, Class<?> mainClass) {
    DecoderChild videos = DecoderChild.standard();
    return new ImageDecoder(
        new DecoderChild(
            videos.java(),
            videos.classpath(),
            "768m",
            videos.limits(),
            mainClass.getName(),
            videos.starter()),
        limits);
  }

  /**
   * The picture upright, its longer side 1280 pixels at most; its source is the file's own size.
   *
   * @throws UnreadableImageException with the reason why it cannot be looked at
   */
  public Frame decode(byte[] content) throws UnreadableImageException {
    if (content.length > limits.fileBytes()) {
      throw new UnreadableImageException(UnreadableReason.TOO_LARGE, content.length + " bytes");
    }
    boolean fresh = child == null;
    try {
      return answer(content);
    } catch (UnreadableImageException e) {
      if (fresh || child != null || e.reason() == UnreadableReason.TIMED_OUT) {
        throw e;
      }
      return answer(content); // an earlier picture may have left its mark on the child
    }
  }

  private Frame answer(byte[] content) throws UnreadableImageException {
    Child asked = running();
    // Set before the child is ended: its pipe may break before the ending has returned.
    AtomicBoolean timedOut = new AtomicBoolean();
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(
            () -> {
              timedOut.set(true);
              asked.process().destroyForcibly();
            },
            CompletableFuture.delayedExecutor(limits.patience().toMillis(), TimeUnit.MILLISECONDS));
    try {
      asked.to().writeInt(content.length);
      asked.to().write(content);
      asked.to().flush();
      return ImageAnswer.read(asked.from());
    } catch (IOException e) {
      throw explained(e, timedOut.get());
    } finally {
      end.cancel(false);
    }
  }

  private Child running() {
    if (child == null) {
      try {
        Process process = how.builder().redirectError(ProcessBuilder.Redirect.DISCARD).start();
        child =
            new Child(
                process,
                new DataOutputStream(
                    new BufferedOutputStream(process.getOutputStream(), BUFFER_BYTES)),
                new DataInputStream(
                    new BufferedInputStream(process.getInputStream(), BUFFER_BYTES)));
      } catch (IOException e) {
        throw new IllegalStateException("The pictures' decoder cannot be started.", e);
      }
    }
    return child;
  }

  /** The child is gone, or no longer to be trusted. */
  private UnreadableImageException explained(IOException cause, boolean timedOut) {
    int status = ended();
    if (timedOut) {
      return new UnreadableImageException(
          UnreadableReason.TIMED_OUT, limits.patience() + " were not enough", cause);
    }
    LOG.log(Level.WARNING, "A picture ended its decoder, which said {0}", status);
    return new UnreadableImageException(
        status == OUT_OF_MEMORY ? UnreadableReason.TOO_LARGE : UnreadableReason.DAMAGED,
        "its decoder ended with " + status,
        cause);
  }

  /** Ends the child, if there is one, and waits until it is gone. */
  @Override
  public void close() {
    if (child != null) {
      child.process().destroyForcibly();
      ended();
    }
  }

  /** What the child ended with; a moment to end by itself, then by force. */
  private int ended() {
    Process process = child.process();
    child = null;
    try {
      if (!process.waitFor(GOODBYE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
