package org.otklik.storage.object;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.otklik.settings.ObjectStoreSettings.Checksum;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * What is sent with content, so that the store refuses what arrives damaged. That of an object in
 * several parts is made of those of its parts and is never the SHA-256 that we know it by.
 */
record ContentChecksum(Checksum kind) {
  /** In Base64, as all of S3's. */
  String of(FilePart part) throws IOException {
    MessageDigest digest = digest();
    try (InputStream content = new DigestInputStream(part.open(), digest)) {
      content.transferTo(OutputStream.nullOutputStream());
    }
    return Base64.getEncoder().encodeToString(digest.digest());
  }

  private MessageDigest digest() {
    try {
      return MessageDigest.getInstance(kind == Checksum.MD5 ? "MD5" : "SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has it: " + kind, e);
    }
  }

  void onto(PutObjectRequest.Builder request, String sum) {
    if (kind == Checksum.MD5) {
      request.contentMD5(sum);
    } else {
      request.checksumSHA256(sum);
    }
  }

  void onto(UploadPartRequest.Builder request, String sum) {
    if (kind == Checksum.MD5) {
      request.contentMD5(sum);
    } else {
      request.checksumSHA256(sum);
    }
  }

  void onto(CreateMultipartUploadRequest.Builder request) {
    if (kind == Checksum.SHA256) {
      request.checksumAlgorithm(ChecksumAlgorithm.SHA256);
    }
  }

  /**
   * What completes an upload.
   *
   * @throws IOException when the store has got something else, which not every store says by itself
   */
  CompletedPart.Builder part(UploadPartResponse sent, String sum) throws IOException {
    CompletedPart.Builder part = CompletedPart.builder().eTag(sent.eTag());
    if (kind == Checksum.SHA256) {
      return part.checksumSHA256(sum);
    }
    String tag = sent.eTag() == null ? "" : sent.eTag().replace("\"", "");
    String ours = HexFormat.of().formatHex(Base64.getDecoder().decode(sum));
    if (isMd5(sent, tag) && !tag.equals(ours)) {
      throw new IOException("The object store got a part damaged: its MD5 is " + tag);
    }
    return part;
  }

  /** With keys of a key service a tag is no checksum. */
  private static boolean isMd5(UploadPartResponse sent, String tag) {
    return tag.matches("[0-9a-f]{32}")
        && sent.ssekmsKeyId() == null
        && sent.sseCustomerAlgorithm() == null;
  }
}
