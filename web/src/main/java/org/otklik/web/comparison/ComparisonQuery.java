package org.otklik.web.comparison;

import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.otklik.analysis.viewing.ViewerGroup;

/** Two groups to be put side by side, as an address names them. */
@Schema(name = "ComparisonQuery")
public record ComparisonQuery(
    UUID firstCreative,
    @Schema(
            type = SchemaType.ARRAY,
            implementation = String.class,
            description = "An attribute and its value, age:25-34; any number of times.")
        Map<String, String> firstSegment,
    UUID secondCreative,
    @Schema(type = SchemaType.ARRAY, implementation = String.class)
        Map<String, String> secondSegment) {
  public ViewerGroup first() {
    return new ViewerGroup(firstCreative, firstSegment);
  }

  public ViewerGroup second() {
    return new ViewerGroup(secondCreative, secondSegment);
  }
}
