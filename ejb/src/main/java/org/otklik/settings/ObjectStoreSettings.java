package org.otklik.settings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where media lie when they do not lie in the media folder: in a bucket of an S3-compatible object
 * store.
 *
 * @param bucket null: in the folder
 * @param endpoint without a slash at its end; null: that of AWS in the region
 * @param prefix of all keys, as it is written; see {@link #keyPrefix()}
 * @param accessKey null: what the environment or the machine itself may do
 * @param isPathStyle whether the bucket is named in the path of addresses, not in their host
 * @param checksum which one is sent with content, for the store to compare
 * @param cacheBytes what copies on this machine may take
 */
public record ObjectStoreSettings(
    @ConfigProperty(name = "otklik.s3.bucket")
        @Pattern(
            regexp = "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]",
            message = "a bucket's name: 3 to 63 small letters, digits, dots and hyphens")
        String bucket,
    @ConfigProperty(name = "otklik.s3.endpoint")
        @Pattern(regexp = "https?://[^\\s/?#@]+/?", message = "like https://host:port")
        String endpoint,
    @ConfigProperty(name = "otklik.s3.region", defaultValue = "us-east-1")
        @Pattern(regexp = "[a-z0-9-]{1,63}", message = "a region's name, like eu-central-1")
        String region,
    @ConfigProperty(name = "otklik.s3.prefix")
        @Pattern(
            regexp = "/?[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*/?",
            message = "words of letters, digits, dots and hyphens, divided by slashes")
        String prefix,
    @ConfigProperty(name = "otklik.s3.access-key") String accessKey,
    @ConfigProperty(name = "otklik.s3.secret-key") @Secret @NeededWith("otklik.s3.access-key")
        String secretKey,
    @ConfigProperty(name = "otklik.s3.path-style", defaultValue = "true") boolean isPathStyle,
    @ConfigProperty(name = "otklik.s3.checksum", defaultValue = "MD5") Checksum checksum,
    @ConfigProperty(name = "otklik.s3.cache-bytes", defaultValue = "10737418240")
        @Min(0)
        @Max(1L << 50)
        long cacheBytes) {
  /** What a store compares content with when it has arrived. */
  public enum Checksum {
    /** The header Content-MD5, which every store knows. */
    MD5,
    /** The header x-amz-checksum-sha256, of AWS and newer stores. */
    SHA256
  }

  public ObjectStoreSettings {
    secretKey = secretKey == null ? null : secretKey.strip();
  }

  public boolean isSetUp() {
    return bucket != null;
  }

  /** What keys begin with: empty, or with a slash at its end. */
  public String keyPrefix() {
    return prefix == null ? "" : prefix.replaceAll("^/|/$", "") + "/";
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "ObjectStoreSettings[" + bucket + "/" + keyPrefix() + " at " + endpoint + "]";
  }
}
