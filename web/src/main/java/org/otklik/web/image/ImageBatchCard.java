package org.otklik.web.image;

import java.util.List;
import org.otklik.image.ImageBatch;
import org.otklik.image.ImageCounts;
import org.otklik.image.ImageRow;

/**
 * An image batch as the page shows it.
 *
 * @param failures the first files that cannot be read
 */
public record ImageBatchCard(ImageBatch batch, ImageCounts counts, List<ImageRow> failures) {}
