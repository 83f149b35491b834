package org.otklik.web.image;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.run.RunState;
import org.otklik.image.ImageBatch;
import org.otklik.image.ImageCounts;
import org.otklik.image.ImageRow;
import org.otklik.image.ImageSource;
import org.otklik.image.UnreadableReason;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemSentences;
import org.otklik.web.user.ClientView;

/** Pictures that were sent or named together, and how far they are. */
@Schema(name = "ImageBatch")
public record ImageBatchView(
    UUID id,
    String name,
    ClientView client,
    ImageSource source,
    @Schema(description = "Folder of the inbox; null unless the source is FOLDER.") String folder,
    @Schema(description = "Poll until COMPLETED or FAILED.") RunState state,
    ProblemCode failureCode,
    @Schema(description = "Why it failed, in the caller's language.") String failure,
    @Schema(description = "Files in it.") int images,
    @Schema(description = "Images processed, unreadable ones included.") int done,
    @Schema(description = "With an emotion.") int judged,
    @Schema(description = "No images, or damaged ones.") int unreadable,
    @Schema(description = "The first 100 of those; null in lists.")
        List<UnreadableImageView> failures,
    Instant createdAt,
    @Schema(description = "Where the CSV is; null until COMPLETED.") String csv) {

  static ImageBatchView of(
      ImageBatch batch, ImageCounts counts, List<ImageRow> failures, URI address, Locale locale) {
    ProblemCode failure = batch.failureCode();
    return new ImageBatchView(
        batch.publicId(),
        batch.name(),
        ClientView.of(batch.client()),
        batch.source(),
        batch.folder(),
        batch.state(),
        failure,
        failure == null ? null : ProblemSentences.of(failure, locale, List.of()),
        counts.images(),
        counts.done(),
        counts.judged(),
        counts.unreadable(),
        failures == null ? null : failures.stream().map(ImageBatchView::unreadable).toList(),
        batch.createdAt(),
        batch.state() == RunState.COMPLETED ? address + "/csv" : null);
  }

  private static UnreadableImageView unreadable(ImageRow image) {
    return new UnreadableImageView(image.path(), UnreadableReason.valueOf(image.result().reason()));
  }
}
