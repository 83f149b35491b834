package org.otklik.web.recording;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.viewing.ShownViewings;
import org.otklik.analysis.viewing.ViewingFilter;
import org.otklik.analysis.viewing.ViewingPosition;
import org.otklik.analysis.viewing.ViewingSort;
import org.otklik.metric.QualityGrade;
import org.otklik.problem.ProblemException;
import org.otklik.request.RequestReader;
import org.otklik.request.RequestText;
import org.otklik.request.RequestValidator;
import org.otklik.request.SingleLine;
import org.otklik.web.api.CsvQuery;

/** Which recordings of a campaign an address asks for, and in which order. */
@Schema(name = "RecordingListQuery")
public record RecordingListQuery(
    @Schema(description = "Of this creative only.") UUID creative,
    @Schema(defaultValue = "ALL") ShownViewings show,
    @Schema(description = "Of this quality only.") QualityGrade grade,
    @Size(max = 100)
        @SingleLine
        @Schema(description = "Part of a viewer's code, or of an attribute as age:25-34.")
        String text,
    @Schema(defaultValue = "UPLOADED") ViewingSort sort,
    @Schema(defaultValue = "false") Boolean descending,
    @Min(1) @Max(100_000) @Schema(defaultValue = "1") Integer page,
    @Min(1) @Max(RecordingListQuery.MAX_PAGE_SIZE) @Schema(defaultValue = "50") Integer pageSize,
    @Schema(description = "Of the file only: see CsvQuery.") @Pattern(regexp = "en|ru")
        String spreadsheet) {
  static final int MAX_PAGE_SIZE = 200;
  private static final int MAX_RECORDINGS = 1_000_000;

  public RecordingListQuery {
    show = show == null ? ShownViewings.ALL : show;
    text = RequestText.strippedOrNull(text);
    sort = sort == null ? ViewingSort.UPLOADED : sort;
    descending = Boolean.TRUE.equals(descending);
    page = page == null ? 1 : page;
    pageSize = pageSize == null ? 50 : pageSize;
  }

  /**
   * @throws ProblemException FIELD_UNKNOWN, FIELD_INVALID
   */
  static RecordingListQuery of(Map<String, List<String>> query) {
    return RequestValidator.valid(RequestReader.query(RecordingListQuery.class, query));
  }

  ViewingFilter filter() {
    return new ViewingFilter(creative, show, grade, text);
  }

  ViewingPosition position() {
    return new ViewingPosition(sort, descending, page - 1, pageSize);
  }

  /** All that pass, in the order asked for. */
  ViewingPosition whole() {
    return new ViewingPosition(sort, descending, 0, MAX_RECORDINGS);
  }

  CsvQuery csv() {
    return new CsvQuery(spreadsheet);
  }
}
