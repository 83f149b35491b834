package org.otklik.job.images;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.otklik.image.ImageContents;
import org.otklik.image.ImageRow;
import org.otklik.image.ImageService;
import org.otklik.image.UnreadableReason;
import org.otklik.job.JobInterruption;
import org.otklik.job.OutageAware;
import org.otklik.job.vision.VisionModels;
import org.otklik.media.picture.DecoderLostException;
import org.otklik.media.picture.ImageDecoder;
import org.otklik.media.picture.UnreadableImageException;

/**
 * Reads windows of decoded images; its checkpoint is the ordinal of the last one it handed out. An
 * image that cannot be read is handed out with its reason, and the others go on.
 */
@Dependent
@Named
@OutageAware
public class ImageWindowReader extends AbstractItemReader {
  private static final System.Logger LOG = System.getLogger(ImageWindowReader.class.getName());

  /** Images an item: 30 MiB of pixels at most, and progress that is seen every other second. */
  private static final int WINDOW = 8;

  @Inject @BatchProperty private long batchId;
  @Inject private JobContext job;
  @Inject private ImageService images;
  @Inject private VisionModels models;

  private ImageContents contents;
  private ImageDecoder decoder;
  private int lastOrdinal;

  @Override
  public void open(Serializable checkpoint) throws IOException {
    lastOrdinal = checkpoint == null ? 0 : (Integer) checkpoint;
    decoder = ImageDecoder.standard();
    contents = images.begin(batchId, models.release(), ImageVision.SETTINGS).orElse(null);
  }

  @Override
  public List<DecodedImage> readItem() throws DecoderLostException {
    List<ImageRow> window =
        contents == null ? List.of() : images.pending(batchId, lastOrdinal, WINDOW);
    if (window.isEmpty()) {
      return null; // the end, as Jakarta Batch wants it said
    }
    List<DecodedImage> decoded = new ArrayList<>();
    for (ImageRow image : window) {
      decoded.add(decoded(image));
    }
    lastOrdinal = window.get(window.size() - 1).ordinal();
    return decoded;
  }

  private DecodedImage decoded(ImageRow image) throws DecoderLostException {
    try {
      return new DecodedImage(image.ordinal(), decoder.decode(contents.read(image)), null);
    } catch (UnreadableImageException e) {
      LOG.log(Level.DEBUG, "Image {0} of batch {1}: {2}", image.ordinal(), batchId, e);
      return new DecodedImage(image.ordinal(), null, e.reason());
    } catch (DecoderLostException e) {
      JobInterruption.report(job);
      throw e;
    } catch (FileNotFoundException e) {
      return new DecodedImage(image.ordinal(), null, UnreadableReason.GONE);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Image " + image.ordinal() + " of batch " + batchId, e);
      return new DecodedImage(image.ordinal(), null, UnreadableReason.DAMAGED);
    }
  }

  @Override
  public Serializable checkpointInfo() {
    return lastOrdinal;
  }

  @Override
  public void close() throws IOException {
    try (ImageContents closed = contents) {
      if (decoder != null) {
        decoder.close();
      }
    }
  }
}
