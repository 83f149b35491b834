package org.otklik.media;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadFactory;
import org.otklik.storage.UnusableMediaException;
import org.otklik.vision.image.Frame;

/**
 * Takes frames from the child while the caller is busy with earlier ones, as many as fit a bounded
 * queue: a pipe alone holds a tenth of a frame, and the child would stand still. What the child
 * says comes out in its order, its failure too.
 */
final class ReadAhead implements AutoCloseable {
  private static final long GOODBYE_MS = 5000;

  /** Gives the next frame, none, or the failure that stands in its place. */
  private interface Delivery {
    Optional<Frame> open() throws UnusableMediaException;
  }

  private final DecoderAnswer child;
  private final BlockingQueue<Delivery> queue;
  private final Thread reader;
  private boolean ended;

  private ReadAhead(DecoderAnswer child, int capacity, ThreadFactory threads) {
    this.child = child;
    this.queue = new ArrayBlockingQueue<>(capacity);
    this.reader = threads.newThread(this::read);
  }

  /**
   * @param capacity frames that may wait
   * @param threads makes the one thread that reads
   */
  static ReadAhead start(DecoderAnswer child, int capacity, ThreadFactory threads) {
    ReadAhead ahead = new ReadAhead(child, capacity, threads);
    if (ahead.reader == null) {
      child.close();
      throw new IllegalStateException("no thread to read the decoder's frames");
    }
    ahead.reader.start();
    return ahead;
  }

  private void read() {
    try {
      boolean more = true;
      while (more) {
        Delivery next = fetch();
        queue.put(next);
        more = next instanceof FrameDelivery;
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private record FrameDelivery(Frame frame) implements Delivery {
    @Override
    public Optional<Frame> open() {
      return Optional.of(frame);
    }
  }

  private Delivery fetch() {
    try {
      DecoderRecord record = child.next();
      if (record instanceof DecoderRecord.Sampled sampled) {
        return new FrameDelivery(sampled.frame());
      }
      if (record instanceof DecoderRecord.End) {
        return Optional::empty;
      }
      child.close();
      throw DecoderAnswer.unexpected(record);
    } catch (UnusableMediaException problem) {
      return () -> {
        throw problem;
      };
    } catch (RuntimeException | OutOfMemoryError problem) {
      return () -> {
        throw new IllegalStateException("reading the decoder's frames", problem);
      };
    }
  }

  /**
   * Waits for the next frame.
   *
   * @return empty after the last frame, and after a failure
   * @throws CancellationException when this thread is interrupted; the video is closed then
   */
  Optional<Frame> next() throws UnusableMediaException {
    if (ended) {
      return Optional.empty();
    }
    Delivery next;
    try {
      next = queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new CancellationException("interrupted while waiting for a frame");
    }
    ended = !(next instanceof FrameDelivery);
    return next.open();
  }

  int waiting() {
    return queue.size();
  }

  boolean isReading() {
    return reader.isAlive();
  }

  /** Ends thread and child now, whatever they are doing. */
  @Override
  public void close() {
    ended = true;
    reader.interrupt(); // it may wait for room in the queue
    child.close(); // or for the child
    queue.clear();
    try {
      reader.join(GOODBYE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
