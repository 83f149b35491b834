package org.otklik.retention;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For how many days each class of data is kept; null: until somebody deletes it. */
@Schema(name = "RetentionPeriods", description = "Days by class of data; null: kept.")
public record RetentionPeriods(
    @Min(MIN_DAYS)
        @Max(MAX_DAYS)
        @Schema(description = "Videos of viewers, counted from the upload of the recording.")
        Integer video,
    @Min(MIN_DAYS)
        @Max(MAX_DAYS)
        @Schema(description = "Rows of frames, counted from the upload; seconds and figures stay.")
        Integer frames,
    @Min(MIN_DAYS)
        @Max(MAX_DAYS)
        @Schema(description = "Answers to surveys and studies, counted from the answer.")
        Integer answers,
    @Min(MIN_DAYS)
        @Max(MAX_DAYS)
        @Schema(description = "Reports with their links, counted from the end of their creation.")
        Integer reports) {
  public static final int MIN_DAYS = 1;
  public static final int MAX_DAYS = 3650;

  public static final RetentionPeriods KEPT = new RetentionPeriods(null, null, null, null);

  static RetentionPeriods of(Map<DataClass, Integer> days) {
    return new RetentionPeriods(
        days.get(DataClass.VIDEO),
        days.get(DataClass.FRAMES),
        days.get(DataClass.ANSWERS),
        days.get(DataClass.REPORTS));
  }

  /** Null for a class that is kept. */
  public Integer days(DataClass dataClass) {
    return switch (dataClass) {
      case VIDEO -> video;
      case FRAMES -> frames;
      case ANSWERS -> answers;
      case REPORTS -> reports;
    };
  }

  /** Only what has a period. */
  Map<DataClass, Integer> days() {
    Map<DataClass, Integer> days = new EnumMap<>(DataClass.class);
    for (DataClass dataClass : DataClass.values()) {
      if (days(dataClass) != null) {
        days.put(dataClass, days(dataClass));
      }
    }
    return days;
  }

  /** Class by class the shorter of both. */
  public RetentionPeriods shorterOf(RetentionPeriods other) {
    Map<DataClass, Integer> shorter = days();
    other.days().forEach((dataClass, days) -> shorter.merge(dataClass, days, Math::min));
    return of(shorter);
  }
}
