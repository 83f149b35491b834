package org.otklik.media.picture;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import org.otklik.image.UnreadableReason;
import org.otklik.media.DecoderChild;
import org.otklik.media.ProcessSupervisor;
import org.otklik.vision.image.Frame;

/**
 * Decodes pictures in a child process, which is started with the first one and anew after one that
 * it did not survive: a picture costs at most its child. A child that was ended by others, or was
 * not let work, is replaced, too. For one thread.
 */
public final class ImageDecoder implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ImageDecoder.class.getName());
  private static final int BUFFER_BYTES = 1 << 16;

  /** Children that a picture may lose through no fault of its own. */
  private static final int MAX_LOST = 2;

  private final DecoderChild how;
  private final ImageDecodeLimits limits;
  private Child child;

  private record Child(
      Process process, ProcessSupervisor supervisor, DataOutputStream to, DataInputStream from) {}

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
    return new ImageDecoder(DecoderChild.standard().running(mainClass, "768m"), limits);
  }

  /**
   * The picture upright, its longer side 1280 pixels at most; its source is the file's own size.
   *
   * @throws UnreadableImageException with the reason why it cannot be looked at
   * @throws DecoderLostException when no child was let decode it: nothing is known of the picture
   */
  public Frame decode(byte[] content) throws UnreadableImageException, DecoderLostException {
    if (content.length > limits.fileBytes()) {
      throw new UnreadableImageException(UnreadableReason.TOO_LARGE, content.length + " bytes");
    }
    for (int lost = 0; ; lost++) {
      try {
        return decodedByFreshChildIfNeeded(content);
      } catch (DecoderLostException e) {
        if (lost == MAX_LOST) {
          throw e;
        }
        LOG.log(Level.WARNING, "A picture is tried again: {0}", e.getMessage());
      }
    }
  }

  private Frame decodedByFreshChildIfNeeded(byte[] content)
      throws UnreadableImageException, DecoderLostException {
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

  private Frame answer(byte[] content) throws UnreadableImageException, DecoderLostException {
    Child asked = running();
    asked.supervisor().waiting();
    try {
      asked.to().writeInt(content.length);
      asked.to().write(content);
      asked.to().flush();
      return ImageAnswer.read(asked.from());
    } catch (IOException e) {
      throw unreadable(e);
    } finally {
      asked.supervisor().notWaiting();
    }
  }

  private Child running() throws DecoderLostException {
    if (child == null) {
      try {
        Process process = how.builder().start();
        child =
            new Child(
                process,
                ProcessSupervisor.attend(process, limits.patience(), how.limits().residentBytes()),
                new DataOutputStream(
                    new BufferedOutputStream(process.getOutputStream(), BUFFER_BYTES)),
                new DataInputStream(
                    new BufferedInputStream(process.getInputStream(), BUFFER_BYTES)));
      } catch (IOException e) {
        throw new DecoderLostException("The pictures' decoder cannot be started", e);
      }
    }
    return child;
  }

  /** Why no answer came; the child is gone, or no longer to be trusted. */
  private UnreadableImageException unreadable(IOException cause) throws DecoderLostException {
    ProcessSupervisor supervisor = child.supervisor();
    ProcessSupervisor.Ending ending = supervisor.ending();
    child = null;
    return switch (ending) {
      case KILLED, STALLED ->
          throw new DecoderLostException(ending + ": " + supervisor.diagnostics(), cause);
      case WORKED_IN_VAIN ->
          new UnreadableImageException(
              UnreadableReason.TIMED_OUT,
              limits.patience().work() + " of processor time were not enough",
              cause);
      case TOO_MUCH_MEMORY, HEAP_FULL ->
          new UnreadableImageException(UnreadableReason.TOO_LARGE, ending.toString(), cause);
      case CRASHED -> {
        LOG.log(Level.WARNING, "A picture ended its decoder: {0}", supervisor.diagnostics());
        yield new UnreadableImageException(
            UnreadableReason.DAMAGED, "its decoder ended: " + supervisor.diagnostics(), cause);
      }
    };
  }

  /** For tests: of the child that runs. */
  long pid() {
    return child.process().pid();
  }

  /** Ends the child, if there is one, and waits until it is gone. */
  @Override
  public void close() {
    if (child != null) {
      child.process().destroyForcibly();
      child.supervisor().ending();
      child = null;
    }
  }
}
