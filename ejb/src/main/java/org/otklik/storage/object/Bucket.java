package org.otklik.storage.object;

import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket of an S3-compatible store. Each call is answered, or ends with a {@link
 * ProblemException} STORE_AWAY when the store cannot be reached, does not let us in or is unwell:
 * nothing of that is the content's fault, and it may be over in a minute.
 */
class Bucket implements AutoCloseable {
  /** Content up to this size is sent as one part; S3 allows parts from 5 MiB on. */
  static final long PART_BYTES = 8 << 20;

  /** S3 copies no more in one call. */
  static final long MAX_COPY_BYTES = 5L << 30;

  private static final Duration CHECK_PATIENCE = Duration.ofSeconds(10);
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

  /** Between two bytes. A server-side copy of some gigabytes says nothing for a while. */
  private static final Duration READ_PATIENCE = Duration.ofSeconds(60);

  private final String name;
  private final ContentChecksum checksum;
  private final S3Client client;
  private final StoreCalls calls = new StoreCalls();
  private final ObjectParts parts;

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
    this.parts = new ObjectParts(client, name, checksum, calls);
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
    calls.probe(
        () ->
            client.headBucket(
                request ->
                    request
                        .bucket(name)
                        .overrideConfiguration(call -> call.apiCallTimeout(CHECK_PATIENCE))));
  }

  /** Whether there is an object of that size. */
  boolean holds(String key, long sizeBytes) throws IOException {
    try {
      return calls
              .ask(() -> client.headObject(request -> request.bucket(name).key(key)))
              .contentLength()
          == sizeBytes;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Sends a file; the object is there when it is there as a whole. */
  void put(Path file, long sizeBytes, String key) throws IOException {
    if (sizeBytes > PART_BYTES) {
      parts.put(file, sizeBytes, key);
    } else {
      FilePart whole = new FilePart(file, 0, sizeBytes);
      String sum = checksum.of(whole);
      calls.ask(
          () ->
              client.putObject(
                  request -> checksum.onto(request.bucket(name).key(key), sum), whole.body()));
    }
    ObjectTraffic.OF_THIS_PROCESS.sent(sizeBytes);
  }

  /** Within the store, without sending anything. */
  void copy(String from, String to, long sizeBytes) throws IOException {
    if (sizeBytes <= MAX_COPY_BYTES) {
      calls.ask(
          () ->
              client.copyObject(
                  request ->
                      request
                          .sourceBucket(name)
                          .sourceKey(from)
                          .destinationBucket(name)
                          .destinationKey(to)));
    } else {
      parts.copy(from, to, sizeBytes);
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
        calls.ask(() -> client.getObject(request -> request.bucket(name).key(key).range(range)));
    return new ObjectContent(answer, answer.response().contentLength());
  }

  /** What an answer breaks off with is the store's trouble, too. */
  record ObjectContent(ResponseInputStream<GetObjectResponse> bytes, long length)
      implements AutoCloseable {
    int read(byte[] buffer) {
      try {
        return bytes.read(buffer);
      } catch (IOException e) {
        throw StoreCalls.away(SdkClientException.create("The answer broke off", e));
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
    calls.ask(() -> client.deleteObject(request -> request.bucket(name).key(key)));
  }

  /** Deletes objects beneath a prefix, and uploads that were never completed. */
  void deleteOlder(String prefix, String staging, Instant limit) throws IOException {
    List<String> old =
        calls.ask(
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
        calls.ask(
            () ->
                client
                    .listMultipartUploadsPaginator(request -> request.bucket(name).prefix(prefix))
                    .uploads()
                    .stream()
                    .filter(found -> found.initiated().isBefore(limit))
                    .toList());
    for (MultipartUpload upload : open) {
      parts.giveUp(upload.key(), upload.uploadId());
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
