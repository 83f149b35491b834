/**
 * The media store in an S3-compatible object store, and the cache of it on this machine's disk.
 * Called by {@code administration}, which says how it is; everybody else asks for a {@code
 * MediaStore}. Nothing outside of this package knows the AWS SDK.
 */
package org.otklik.storage.object;
