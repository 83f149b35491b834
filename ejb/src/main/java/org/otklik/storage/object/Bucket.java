package org.otklik.storage.object;

import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.otklik.outage.FaultLog;
import org.otklik.outage.Outage;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;
import org.otklik.settings.ObjectStoreSettings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket of an S3-compatible store. Each call is answered, or ends with a {@link
 * ProblemException} STORE_AWAY when the store cannot be reached, does not let us in or is unwell:
 * nothing of that is the content's fault, and it may be over in a minute.
 */
class Bucket implements AutoCloseable {
  /** Content up to this size is sent as one part; S3 allows parts from 5 MiB on. */
  static final long PART_BYTES = 8 << 20;

  /** S3 allows 10,000. */
  private static final long MAX_PARTS = 9_000;

  /** S3 copies no more in one call. */
  private static final long MAX_COPY_BYTES = 5L << 30;

  private static final Duration CHECK_PATIENCE = Duration.ofSeconds(10);
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

  /** Between two bytes. A server-side copy of some gigabytes says nothing for a while. */
  private static final Duration READ_PATIENCE = Duration.ofSeconds(60);

  private final String name;
  private final ContentChecksum checksum;
  private final S3Client client;

  /** As it was when it was asked last: while it is, nobody has to wait for its patience to end. */
  private volatile boolean isAway;

  Bucket(ObjectStoreSettings settings) {
    this.name = settings.bucket();
    this.checksum = new ContentChecksum(settings.checksum());
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(settings.region()))
            .forcePathStyle(settings.isPathStyle())
            .credentialsProvider(credentials(settings))
            // By default the SDK adds trailers that many stores do not know.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .httpClient(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT_PATIENCE)
                    .socketTimeout(READ_PATIENCE)
                    .build());
    if (settings.endpoint() != null) {
      builder.endpointOverride(URI.create(settings.endpoint()));
    }
    this.client = builder.build();
  }

  /** Without a key of our own the SDK looks at the environment and at what the machine may do. */
  private static AwsCredentialsProvider credentials(ObjectStoreSettings settings) {
    return settings.accessKey() == null
        ? DefaultCredentialsProvider.builder().build()
        : StaticCredentialsProvider.create(
            AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
  }

  /** Returns when the store answers and lets us in. */
  void check() throws IOException {
    boolean answers = false;
    try {
      answered(
          () ->
              client.headBucket(
                  request ->
                      request
                          .bucket(name)
                          .overrideConfiguration(call -> call.apiCallTimeout(CHECK_PATIENCE))));
      answers = true;
    } catch (NoSuchFileException e) {
      throw away(SdkClientException.create("There is no bucket " + name, e));
    } finally {
      isAway = !answers;
    }
  }

  /** Whether there is an object of that size. */
  boolean holds(String key, long sizeBytes) throws IOException {
    try {
      return ask(() -> client.headObject(request -> request.bucket(name).key(key))).contentLength()
          == sizeBytes;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Sends a file; the object is there when it is there as a whole. */
  void put(Path file, long sizeBytes, String key) throws IOException {
    if (sizeBytes > PART_BYTES) {
      putInParts(file, sizeBytes, key);
    } else {
      FilePart whole = new FilePart(file, 0, sizeBytes);
      String sum = checksum.of(whole);
      ask(
          () ->
              client.putObject(
                  request -> checksum.onto(request.bucket(name).key(key), sum), whole.body()));
    }
    ObjectTraffic.OF_THIS_PROCESS.sent(sizeBytes);
  }

  private void putInParts(Path file, long sizeBytes, String key) throws IOException {
    String upload =
        ask(() ->
                client.createMultipartUpload(
                    request -> checksum.onto(request.bucket(name).key(key))))
            .uploadId();
    boolean whole = false;
    try {
      long length = Math.max(PART_BYTES, sizeBytes / MAX_PARTS + 1);
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
            ask(
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
    ask(
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
  private void giveUp(String key, String upload) throws IOException {
    try {
      ask(
          () ->
              client.abortMultipartUpload(
                  request -> request.bucket(name).key(key).uploadId(upload)));
    } catch (NoSuchFileException | ProblemException e) {
      System.getLogger(Bucket.class.getName())
          .log(System.Logger.Level.DEBUG, "An upload stays open for a day: {0}", e.toString());
    }
  }

  /** Within the store, without sending anything. */
  void copy(String from, String to, long sizeBytes) throws IOException {
    if (sizeBytes <= MAX_COPY_BYTES) {
      ask(
          () ->
              client.copyObject(
                  request ->
                      request
                          .sourceBucket(name)
                          .sourceKey(from)
                          .destinationBucket(name)
                          .destinationKey(to)));
    } else {
      copyInParts(from, to, sizeBytes);
    }
  }

  private void copyInParts(String from, String to, long sizeBytes) throws IOException {
    String upload =
        ask(() -> client.createMultipartUpload(request -> request.bucket(name).key(to))).uploadId();
    boolean whole = false;
    try {
      List<CompletedPart> parts = new ArrayList<>();
      for (long at = 0; at < sizeBytes; at += MAX_COPY_BYTES) {
        String range = "bytes=" + at + "-" + (Math.min(sizeBytes, at + MAX_COPY_BYTES) - 1);
        int number = parts.size() + 1;
        String tag =
            ask(() ->
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

  /**
   * An object from a byte on, to be closed, also when it is not read to its end.
   *
   * @param first number of the first byte
   * @param length of what is wanted; {@link Long#MAX_VALUE} for all that follows
   * @throws NoSuchFileException when there is none
   */
  ObjectContent get(String key, long first, long length) throws IOException {
    String range =
        first == 0 && length == Long.MAX_VALUE
            ? null
            : "bytes=" + first + "-" + (length == Long.MAX_VALUE ? "" : first + length - 1);
    ResponseInputStream<GetObjectResponse> answer =
        ask(() -> client.getObject(request -> request.bucket(name).key(key).range(range)));
    return new ObjectContent(answer, answer.response().contentLength());
  }

  /** What an answer breaks off with is the store's trouble, too. */
  record ObjectContent(ResponseInputStream<GetObjectResponse> bytes, long length)
      implements AutoCloseable {
    int read(byte[] buffer) {
      try {
        return bytes.read(buffer);
      } catch (IOException e) {
        throw away(SdkClientException.create("The answer broke off", e));
      }
    }

    /** Without reading the rest. */
    @Override
    public void close() {
      bytes.abort();
    }
  }

  /** Harmless when there is none. */
  void delete(String key) throws IOException {
    ask(() -> client.deleteObject(request -> request.bucket(name).key(key)));
  }

  /** Deletes objects beneath a prefix, and uploads that were never completed. */
  void deleteOlder(String prefix, String staging, Instant limit) throws IOException {
    List<String> old =
        ask(
            () ->
                client
                    .listObjectsV2Paginator(request -> request.bucket(name).prefix(staging))
                    .contents()
                    .stream()
                    .filter(found -> found.lastModified().isBefore(limit))
                    .map(S3Object::key)
                    .toList());
    for (String key : old) {
      delete(key);
    }
    List<MultipartUpload> open =
        ask(
            () ->
                client
                    .listMultipartUploadsPaginator(request -> request.bucket(name).prefix(prefix))
                    .uploads()
                    .stream()
                    .filter(found -> found.initiated().isBefore(limit))
                    .toList());
    for (MultipartUpload upload : open) {
      giveUp(upload.key(), upload.uploadId());
    }
  }

  /** What is asked of the store. */
  private interface Question<T> {
    T ask();
  }

  private <T> T ask(Question<T> question) throws IOException {
    if (isAway) {
      throw new ProblemException(ProblemCode.STORE_AWAY);
    }
    return answered(question);
  }

  private static <T> T answered(Question<T> question) throws IOException {
    try {
      return question.ask();
    } catch (S3Exception e) {
      throw told(e);
    } catch (SdkClientException e) {
      throw away(e);
    }
  }

  /** Only what the store says of this very request is not an outage. */
  private static IOException told(S3Exception thrown) {
    int status = thrown.statusCode();
    if (status == 404 && !(thrown instanceof NoSuchBucketException)) {
      NoSuchFileException missing = new NoSuchFileException(thrown.getMessage());
      missing.initCause(thrown);
      return missing;
    }
    if (status == 400 || status == 412 || status == 416) {
      return new IOException("The object store refused a request", thrown);
    }
    throw away(thrown);
  }

  private static ProblemException away(RuntimeException thrown) {
    FaultLog.write(Outage.STORE, thrown);
    ObjectTraffic.OF_THIS_PROCESS.failed();
    ProblemException problem = new ProblemException(ProblemCode.STORE_AWAY);
    problem.addSuppressed(thrown);
    return problem;
  }

  @Override
  public void close() {
    client.close();
  }
}
