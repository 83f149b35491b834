package org.otklik.vision.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A model's card and its bytes, the latter proven to be those the card speaks of.
 *
 * @param model the ONNX file's content
 */
public record ModelFolder(ModelCard card, byte[] model) {

  private static final String CARD_SUFFIX = ".card.json";

  /**
   * Reads the one model of a folder.
   *
   * @throws UnusableModelException if there is not exactly one card, the card is faulty or of
   *     another task, or the model's file lacks or has another checksum
   */
  public static ModelFolder open(Path folder, ModelTask task) {
    ModelCard card = ModelCardReader.read(onlyCard(folder));
    if (card.task() != task) {
      throw new UnusableModelException(
          "The model in " + folder + " is for " + card.task() + ", not for " + task);
    }
    Path file = folder.resolve(card.file()).normalize();
    if (!file.getParent().equals(folder.normalize())) {
      throw new UnusableModelException("The model's file must lie beside its card: " + card.file());
    }
    byte[] model = read(file);
    String sha256 = sha256(model);
    if (!sha256.equals(card.sha256())) {
      throw new UnusableModelException(
          "%s is not the file its card speaks of: its SHA-256 is %s, the card says %s"
              .formatted(file, sha256, card.sha256()));
    }
    return new ModelFolder(card, model);
  }

  static Path onlyCard(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> cards =
          files.filter(file -> file.getFileName().toString().endsWith(CARD_SUFFIX)).toList();
      if (cards.size() != 1) {
        throw new UnusableModelException(
            "A model folder holds exactly one *.card.json; " + folder + " holds " + cards.size());
      }
      return cards.get(0);
    } catch (IOException e) {
      throw new UnusableModelException("No model folder: " + folder, e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnusableModelException("The model's file cannot be read: " + file, e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
