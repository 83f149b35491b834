package org.otklik.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.storage.MediaDisk;
import org.otklik.storage.StoredFile;

class ZipImagesTest {
  private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);
  private static final ImageLimits LIMITS = new ImageLimits(5, 1000, 3000, 100, 1 << 20);

  @TempDir private Path folder;
  private long reservedBytes;

  private Path zip(Charset charset, String... names) throws IOException {
    Path file = folder.resolve("in.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), charset)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        if (!name.endsWith("/")) {
          zip.write(CONTENT);
        }
        zip.closeEntry();
      }
    }
    return file;
  }

  private Path pack() {
    return folder.resolve("pack.zip");
  }

  private List<ListedImage> unpacked(Path archive, ImageLimits limits) throws IOException {
    try (OutputStream out = Files.newOutputStream(pack());
        ImagePack pack = new ImagePack(out, limits, new MediaDisk(folder, reservedBytes))) {
      ZipImages.unpack(archive, pack, limits);
      return pack.listed();
    }
  }

  private List<String> paths(Path archive) throws IOException {
    return unpacked(archive, LIMITS).stream().map(ListedImage::path).toList();
  }

  private ProblemCode refusal(Path archive, ImageLimits limits) {
    return assertThrows(ProblemException.class, () -> unpacked(archive, limits)).code();
  }

  @Test
  void picturesAreFoundInThePackByTheirOrdinals() throws IOException {
    unpacked(zip(StandardCharsets.UTF_8, "a/", "a/один.jpg", "b.png"), LIMITS);
    try (ImageContents contents = ImageContents.Packed.open(new StoredFile(pack()))) {
      assertArrayEquals(CONTENT, contents.read(new ImageRow(1, "a/один.jpg", null)));
      assertArrayEquals(CONTENT, contents.read(new ImageRow(2, "b.png", null)));
      assertThrows(IOException.class, () -> contents.read(new ImageRow(3, "batch", null)));
    }
  }

  @Test
  void twoPacksOfTheSamePicturesDiffer() throws IOException {
    Path archive = zip(StandardCharsets.UTF_8, "a.jpg");
    unpacked(archive, LIMITS);
    byte[] first = Files.readAllBytes(pack());
    unpacked(archive, LIMITS);
    assertFalse(Arrays.equals(first, Files.readAllBytes(pack())));
    assertEquals(first.length, Files.size(pack()));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, Папка/Снимок 1.jpg",
    "IBM866, Папка/Снимок 1.jpg",
    "IBM866, Фото № 1.jpg",
    "windows-1251, Фото № 1.jpg",
    "windows-1251, «Весна» – ЁЛКИ/снимок.jpg",
    "IBM437, café/Größe.jpg",
    "windows-1252, café/Größe.jpg",
    "windows-1252, Santé à côté.jpg",
  })
  void namesSurviveTheirEncoding(String charset, String name) throws IOException {
    assertEquals(List.of(name), paths(zip(Charset.forName(charset), name)));
  }

  @Test
  void utf8WithoutTheFlagIsUtf8() throws IOException {
    Path archive = zip(StandardCharsets.UTF_8, "Снимок.jpg");
    byte[] bytes = Files.readAllBytes(archive);
    for (int i = 0; i < bytes.length - 4; i++) { // bit 11 of both headers
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && (bytes[i + 2] == 3 || bytes[i + 2] == 1)) {
        bytes[i + (bytes[i + 2] == 3 ? 7 : 9)] &= ~0x08;
      }
    }
    Files.write(archive, bytes);
    assertEquals(List.of("Снимок.jpg"), paths(archive));
  }

  @Test
  void whatSystemsAddIsLeftOut() throws IOException {
    assertEquals(
        List.of("a/b.jpg"),
        paths(
            zip(
                StandardCharsets.UTF_8,
                "a/",
                "a/b.jpg",
                "__MACOSX/a/._b.jpg",
                ".DS_Store",
                "a/Thumbs.db",
                "a/._b.jpg")));
  }

  @ParameterizedTest
  @CsvSource({
    "../../etc/a.jpg, __/__/etc/a.jpg",
    "/etc/a.jpg, etc/a.jpg",
    "C:/a.jpg, C:/a.jpg",
    "a/../../b.jpg, a/__/__/b.jpg",
    "'..\\..\\a.jpg', __/__/a.jpg"
  })
  void nameThatLeadsOutIsListedAndNotPacked(String name, String shown) throws IOException {
    assertEquals(
        List.of(new ListedImage(shown, UnreadableReason.UNSAFE_PATH)),
        unpacked(zip(StandardCharsets.UTF_8, name), LIMITS));
    try (ImageContents contents = ImageContents.Packed.open(new StoredFile(pack()))) {
      assertThrows(IOException.class, () -> contents.read(new ImageRow(1, shown, null)));
    }
  }

  @Test
  void secondFileOfTheSameNameIsListedAsSuch() throws IOException {
    List<ListedImage> listed = unpacked(zip(StandardCharsets.UTF_8, "a.jpg", "./a.jpg"), LIMITS);
    assertEquals(
        List.of(
            new ListedImage("a.jpg", null), new ListedImage("a.jpg", UnreadableReason.DUPLICATE)),
        listed);
  }

  @Test
  void fileThatIsTooLargeIsListedAndTheOthersGoOn() throws IOException {
    List<ListedImage> listed =
        unpacked(stored(new byte[1001], new byte[1000], new byte[10]), LIMITS);
    assertEquals(UnreadableReason.TOO_LARGE, listed.get(0).refusal());
    assertEquals(null, listed.get(1).refusal());
    assertEquals(null, listed.get(2).refusal());
  }

  @Test
  void archiveThatGrowsTooMuchIsRefused() throws IOException {
    byte[] thousand = new byte[1000];
    assertEquals(
        ProblemCode.IMAGES_UNPACK_TOO_LARGE,
        refusal(stored(thousand, thousand, thousand, new byte[1]), LIMITS));
  }

  /** 70 MiB of zeros in 70 kB. */
  @Test
  void archiveThatShrankMoreThanPicturesDoIsRefused() throws IOException {
    Path file = folder.resolve("bomb.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 2; i++) {
        zip.putNextEntry(new ZipEntry(i + ".bmp"));
        zip.write(new byte[35 << 20]);
        zip.closeEntry();
      }
    }
    assertEquals(ProblemCode.IMAGES_UNPACK_TOO_LARGE, refusal(file, ImageLimits.STANDARD));
  }

  @Test
  void tooManyFilesAreRefused() throws IOException {
    Path archive = zip(StandardCharsets.UTF_8, "1", "2", "3", "4", "5", "6");
    assertEquals(ProblemCode.IMAGES_TOO_MANY, refusal(archive, LIMITS));
  }

  @Test
  void tableOfContentsThatWouldFillTheMemoryIsNotEvenRead() throws IOException {
    ImageLimits small = new ImageLimits(5, 1000, 3000, 100, 60);
    Path archive = zip(StandardCharsets.UTF_8, "1", "2");
    assertEquals(ProblemCode.IMAGES_TOO_MANY, refusal(archive, small));
  }

  @Test
  void textIsNoArchive() throws IOException {
    Path file = Files.writeString(folder.resolve("in.zip"), "Dear viewer".repeat(100));
    assertEquals(ProblemCode.IMAGES_NOT_A_ZIP, refusal(file, LIMITS));
    assertEquals(ProblemCode.IMAGES_NOT_A_ZIP, refusal(Files.write(file, new byte[0]), LIMITS));
  }

  @Test
  void archiveWithoutItsEndIsNone() throws IOException {
    Path archive = zip(StandardCharsets.UTF_8, "a.jpg", "b.jpg");
    byte[] bytes = Files.readAllBytes(archive);
    Files.write(archive, Arrays.copyOf(bytes, bytes.length - 30));
    assertEquals(ProblemCode.IMAGES_NOT_A_ZIP, refusal(archive, LIMITS));
  }

  @Test
  void damagedEntryIsListedAndTheOthersGoOn() throws IOException {
    Path file = folder.resolve("in.zip");
    byte[] noise = new byte[900];
    new Random(1).nextBytes(noise);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : List.of("a.jpg", "b.jpg")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.startsWith("a") ? "abc".repeat(300).getBytes() : noise);
        zip.closeEntry();
      }
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[35] = (byte) 0xff; // the first bits of a.jpg's content: a block type that there is not
    Files.write(file, bytes);
    List<ListedImage> listed = unpacked(file, LIMITS);
    assertEquals(UnreadableReason.DAMAGED, listed.get(0).refusal());
    assertEquals(new ListedImage("b.jpg", null), listed.get(1));
  }

  @Test
  void contentOfAnotherChecksumIsDamaged() throws IOException {
    Path archive = zip(StandardCharsets.UTF_8, "a.jpg", "b.jpg");
    byte[] bytes = Files.readAllBytes(archive);
    int directory = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    bytes[directory + 16] ^= 1;
    Files.write(archive, bytes);
    List<ListedImage> listed = unpacked(archive, LIMITS);
    assertEquals(
        List.of(new ListedImage("a.jpg", UnreadableReason.DAMAGED), new ListedImage("b.jpg", null)),
        listed);
  }

  @Test
  void namesFollowTheRuleForNames() throws IOException {
    assertEquals(
        List.of("?gpj.exe.jpg", "_/a.jpg"),
        paths(zip(StandardCharsets.UTF_8, "\u202egpj.exe.jpg", "\u200b/a.jpg")));
  }

  @Test
  void encryptedEntryIsListedAsSuch() throws IOException {
    Path archive = zip(StandardCharsets.UTF_8, "a.jpg", "b.jpg");
    encrypt(archive, 1);
    assertEquals(
        List.of(
            new ListedImage("a.jpg", UnreadableReason.ENCRYPTED), new ListedImage("b.jpg", null)),
        unpacked(archive, LIMITS));
  }

  @Test
  void archiveThatIsEncryptedAsAWholeIsRefused() throws IOException {
    Path archive = zip(StandardCharsets.UTF_8, "folder/", "folder/a.jpg", "b.jpg");
    encrypt(archive, 3);
    assertEquals(ProblemCode.IMAGES_ENCRYPTED, refusal(archive, LIMITS));
  }

  /** The first so many entries, by bit 0 of both headers. */
  private static void encrypt(Path archive, int entries) throws IOException {
    byte[] bytes = Files.readAllBytes(archive);
    int[] left = {0, entries, 0, entries};
    for (int i = 0; i < bytes.length - 4; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && (bytes[i + 2] == 3 || bytes[i + 2] == 1)) {
        if (left[bytes[i + 2]]-- > 0) {
          bytes[i + (bytes[i + 2] == 3 ? 6 : 8)] |= 1;
        }
      }
    }
    Files.write(archive, bytes);
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 93, 95, 98, 97}) // LZMA, Zstandard, XZ, PPMd, WavPack
  void methodThatIsNotReadIsToldAsSuch(int method) throws IOException {
    Path archive = zip(StandardCharsets.UTF_8, "a.jpg");
    byte[] bytes = Files.readAllBytes(archive);
    for (int i = 0; i < bytes.length - 4; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && (bytes[i + 2] == 3 || bytes[i + 2] == 1)) {
        bytes[i + (bytes[i + 2] == 3 ? 8 : 10)] = (byte) method;
      }
    }
    Files.write(archive, bytes);
    assertEquals(
        List.of(new ListedImage("a.jpg", UnreadableReason.PACKING_UNSUPPORTED)),
        unpacked(archive, LIMITS));
  }

  /** Many entries of the directory at one place of the file. */
  @Test
  void entriesThatShareTheirBytesAreRefusedByTheDirectory() throws IOException {
    Path archive = zip(StandardCharsets.UTF_8, "a.jpg", "b.jpg", "c.jpg");
    byte[] bytes = Files.readAllBytes(archive);
    for (int i = 0; i < bytes.length - 4; i++) {
      if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1) {
        Arrays.fill(bytes, i + 42, i + 46, (byte) 0);
      }
    }
    Files.write(archive, bytes);
    assertEquals(ProblemCode.IMAGES_OVERLAP, refusal(archive, LIMITS));
    assertEquals(0, packedBytes(), "nothing was unpacked");
  }

  @Test
  void growthIsLimitedWhileItGoesOn() throws IOException {
    Path file = folder.resolve("bomb.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < 8; i++) {
        zip.putNextEntry(new ZipEntry(i + ".bmp"));
        zip.write(new byte[40 << 20]);
        zip.closeEntry();
      }
    }
    assertEquals(ProblemCode.IMAGES_UNPACK_TOO_LARGE, refusal(file, ImageLimits.STANDARD));
    assertTrue(packedBytes() < 65 << 20, "unpacked " + packedBytes());
  }

  @Test
  void diskIsNotFilledUp() throws IOException {
    reservedBytes = Long.MAX_VALUE / 2;
    Path file = folder.resolve("large.zip");
    byte[] noise = new byte[9 << 20];
    new Random(1).nextBytes(noise);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("a.bmp"));
      zip.write(noise);
      zip.closeEntry();
    }
    assertEquals(ProblemCode.DISK_FULL, refusal(file, ImageLimits.STANDARD));
  }

  /** Without the pack's own entry and headers. */
  private long packedBytes() throws IOException {
    return Math.max(0, Files.size(pack()) - 1000);
  }

  /** Not compressed, named by their places. */
  private Path stored(byte[]... contents) throws IOException {
    Path file = folder.resolve("stored.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < contents.length; i++) {
        ZipEntry entry = new ZipEntry(i + ".bin");
        CRC32 crc = new CRC32();
        crc.update(contents[i]);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(contents[i].length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(contents[i]);
        zip.closeEntry();
      }
    }
    return file;
  }
}
