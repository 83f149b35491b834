package org.otklik.web.image;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.image.UnreadableReason;

/** A file that cannot be looked at. */
@Schema(name = "UnreadableImage")
public record UnreadableImageView(String path, UnreadableReason reason) {}
