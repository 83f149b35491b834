package org.otklik.web.creative;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.result.SegmentSize;

/** A value of an attribute that a creative's viewers have. */
@Schema(name = "SegmentSize")
public record SegmentSizeView(
    String attribute,
    String value,
    @Schema(description = "Viewers with an included viewing.") int viewers) {

  /** As JSON for the scripts of a page. */
  public static String json(List<SegmentSize> sizes) {
    JsonArrayBuilder groups = Json.createArrayBuilder();
    for (SegmentSize size : sizes) {
      groups.add(
          Json.createObjectBuilder()
              .add("attribute", size.attribute())
              .add("value", size.value())
              .add("viewers", size.viewers()));
    }
    return groups.build().toString();
  }

  public static SegmentSizeView of(SegmentSize size) {
    return new SegmentSizeView(size.attribute(), size.value(), size.viewers());
  }
}
