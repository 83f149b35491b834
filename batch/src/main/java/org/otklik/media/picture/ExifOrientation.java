package org.otklik.media.picture;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.jpeg.JpegSegmentReader;
import com.drew.imaging.jpeg.JpegSegmentType;
import com.drew.imaging.png.PngChunk;
import com.drew.imaging.png.PngChunkReader;
import com.drew.imaging.png.PngChunkType;
import com.drew.imaging.riff.RiffHandler;
import com.drew.imaging.riff.RiffReader;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.lang.SequentialByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.util.Set;

/**
 * The orientation that a camera notes in a picture (Exif 2.32, tag 0x0112): 1 upright … 8. Whatever
 * is malformed counts as upright: no picture is refused for its metadata. Of the metadata nothing
 * else is read, since each reader more is one more for hostile bytes.
 */
final class ExifOrientation {
  static final int UPRIGHT = 1;

  private static final int MAX = 8;

  private ExifOrientation() {}

  static int of(ImageFormat format, byte[] content) {
    try {
      RandomAccessReader exif =
          switch (format) {
            case JPEG -> inJpeg(content);
            case PNG -> inPng(content);
            case WEBP -> inWebp(content);
            case TIFF -> new ByteArrayReader(content);
            case BMP, GIF, OTHER -> null;
          };
      return exif == null ? UPRIGHT : orientation(exif);
    } catch (ImageProcessingException | IOException | RuntimeException e) {
      return UPRIGHT; // malformed in a way that the library tells, or not
    }
  }

  private static RandomAccessReader inJpeg(byte[] content)
      throws ImageProcessingException, IOException {
    Iterable<byte[]> segments =
        JpegSegmentReader.readSegments(
                new SequentialByteArrayReader(content), Set.of(JpegSegmentType.APP1))
            .getSegments(JpegSegmentType.APP1);
    for (byte[] segment : segments) {
      if (ExifReader.startsWithJpegExifPreamble(segment)) {
        return afterPreamble(segment);
      }
    }
    return null;
  }

  private static RandomAccessReader inPng(byte[] content)
      throws ImageProcessingException, IOException {
    Iterable<PngChunk> chunks =
        new PngChunkReader()
            .extract(new SequentialByteArrayReader(content), Set.of(PngChunkType.eXIf));
    for (PngChunk chunk : chunks) {
      return new ByteArrayReader(chunk.getBytes());
    }
    return null;
  }

  private static RandomAccessReader inWebp(byte[] content)
      throws ImageProcessingException, IOException {
    ExifChunk found = new ExifChunk();
    new RiffReader().processRiff(new SequentialByteArrayReader(content), found);
    if (found.bytes == null) {
      return null;
    }
    // Some writers keep the preamble of JPEG.
    return ExifReader.startsWithJpegExifPreamble(found.bytes)
        ? afterPreamble(found.bytes)
        : new ByteArrayReader(found.bytes);
  }

  private static RandomAccessReader afterPreamble(byte[] segment) {
    return new ByteArrayReader(segment, ExifReader.JPEG_SEGMENT_PREAMBLE.length());
  }

  private static int orientation(RandomAccessReader tiff)
      throws ImageProcessingException, IOException {
    Metadata metadata = new Metadata();
    new TiffReader().processTiff(tiff, new FirstDirectory(metadata), 0);
    ExifIFD0Directory first = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    Integer value = first == null ? null : first.getInteger(ExifDirectoryBase.TAG_ORIENTATION);
    return value != null && value >= UPRIGHT && value <= MAX ? value : UPRIGHT;
  }

  /** Enters no other directory, and looks into no tag that has a format of its own. */
  private static final class FirstDirectory extends ExifTiffHandler {
    FirstDirectory(Metadata metadata) {
      super(metadata, null, 0);
    }

    @Override
    public boolean tryEnterSubIfd(int tag) {
      return false;
    }

    @Override
    public boolean hasFollowerIfd() {
      return false;
    }

    @Override
    public boolean customProcessTag(
        int offset, Set<Integer> directories, int header, RandomAccessReader tiff, int tag, int n) {
      return false;
    }
  }

  /** Keeps the first chunk {@code EXIF} of a WebP. */
  private static final class ExifChunk implements RiffHandler {
    private byte[] bytes;

    @Override
    public boolean shouldAcceptRiffIdentifier(String identifier) {
      return identifier.equals("WEBP");
    }

    @Override
    public boolean shouldAcceptChunk(String name) {
      return name.equals("EXIF") && bytes == null;
    }

    @Override
    public boolean shouldAcceptList(String name) {
      return false;
    }

    @Override
    public void processChunk(String name, byte[] content) {
      bytes = content;
    }

    @Override
    public void addError(String message) {
      // What was found before the error counts.
    }
  }
}
