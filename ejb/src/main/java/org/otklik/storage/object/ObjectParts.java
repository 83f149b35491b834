package org.otklik.storage.object;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.otklik.problem.ProblemException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Objects that are made of several parts, which the store joins when it has all of them. */
record ObjectParts(S3Client client, String name, ContentChecksum checksum, StoreCalls calls) {
  /** S3 allows 10,000. */
  private static final long MAX_PARTS = 9_000;

  /** Sends a file; the object is there once all of its parts are. */
  void put(Path file, long sizeBytes, String key) throws IOException {
    String upload =
        calls
            .ask(
                () ->
                    client.createMultipartUpload(
                        request -> checksum.onto(request.bucket(name).key(key))))
            .uploadId();
    boolean whole = false;
    try {
      long length = Math.max(Bucket.PART_BYTES, sizeBytes / MAX_PARTS + 1);
      List<CompletedPart> parts = new ArrayList<>();
      for (long at = 0; at < sizeBytes; at += length) {
        FilePart part = new FilePart(file, at, Math.min(length, sizeBytes - at));
        parts.add(sent(part, key, upload, parts.size() + 1));
      }
      complete(key, upload, parts);
      whole = true;
    } finally {
      if (!whole) {
        giveUp(key, upload);
      }
    }
  }

  private CompletedPart sent(FilePart part, String key, String upload, int number)
      throws IOException {
    String sum = checksum.of(part);
    return checksum
        .part(
            calls.ask(
                () ->
                    client.uploadPart(
                        request ->
                            checksum.onto(
                                request.bucket(name).key(key).uploadId(upload).partNumber(number),
                                sum),
                        part.body())),
            sum)
        .partNumber(number)
        .build();
  }

  private void complete(String key, String upload, List<CompletedPart> parts) throws IOException {
    calls.ask(
        () ->
            client.completeMultipartUpload(
                request ->
                    request
                        .bucket(name)
                        .key(key)
                        .uploadId(upload)
                        .multipartUpload(all -> all.parts(parts))));
  }

  /** What cannot be given up now is found a day later. */
  void giveUp(String key, String upload) throws IOException {
    try {
      calls.ask(
          () ->
              client.abortMultipartUpload(
                  request -> request.bucket(name).key(key).uploadId(upload)));
    } catch (NoSuchFileException | ProblemException e) {
      System.getLogger(ObjectParts.class.getName())
          .log(System.Logger.Level.DEBUG, "An upload stays open for a day: {0}", e.toString());
    }
  }

  /** Within the store, without sending anything. */
  void copy(String from, String to, long sizeBytes) throws IOException {
    String upload =
        calls
            .ask(() -> client.createMultipartUpload(request -> request.bucket(name).key(to)))
            .uploadId();
    boolean whole = false;
    try {
      List<CompletedPart> parts = new ArrayList<>();
      for (long at = 0; at < sizeBytes; at += Bucket.MAX_COPY_BYTES) {
        String range = "bytes=" + at + "-" + (Math.min(sizeBytes, at + Bucket.MAX_COPY_BYTES) - 1);
        int number = parts.size() + 1;
        String tag =
            calls
                .ask(
                    () ->
                        client.uploadPartCopy(
                            request ->
                                request
                                    .sourceBucket(name)
                                    .sourceKey(from)
                                    .copySourceRange(range)
                                    .destinationBucket(name)
                                    .destinationKey(to)
                                    .uploadId(upload)
                                    .partNumber(number)))
                .copyPartResult()
                .eTag();
        parts.add(CompletedPart.builder().partNumber(number).eTag(tag).build());
      }
      complete(to, upload, parts);
      whole = true;
    } finally {
      if (!whole) {
        giveUp(to, upload);
      }
    }
  }
}
