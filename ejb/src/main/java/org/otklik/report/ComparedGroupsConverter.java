package org.otklik.report;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.otklik.analysis.ViewerGroup;

/** Compared groups as JSON; creatives by their public identifiers. */
@Converter
public class ComparedGroupsConverter implements AttributeConverter<ComparedGroups, String> {
  @Override
  public String convertToDatabaseColumn(ComparedGroups groups) {
    if (groups == null) {
      return null;
    }
    return Json.createObjectBuilder()
        .add("first", json(groups.first()))
        .add("second", json(groups.second()))
        .build()
        .toString();
  }

  private static JsonObjectBuilder json(ViewerGroup group) {
    JsonObjectBuilder segment = Json.createObjectBuilder();
    group.segment().forEach(segment::add);
    JsonObjectBuilder json = Json.createObjectBuilder().add("segment", segment);
    return group.creative() == null
        ? json.addNull("creative")
        : json.add("creative", group.creative().toString());
  }

  @Override
  public ComparedGroups convertToEntityAttribute(String json) {
    if (json == null) {
      return null;
    }
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      return new ComparedGroups(
          group(object.getJsonObject("first")), group(object.getJsonObject("second")));
    }
  }

  private static ViewerGroup group(JsonObject json) {
    Map<String, String> segment = new TreeMap<>();
    JsonObject attributes = json.getJsonObject("segment");
    attributes.keySet().forEach(name -> segment.put(name, attributes.getString(name)));
    return new ViewerGroup(
        json.isNull("creative") ? null : UUID.fromString(json.getString("creative")), segment);
  }
}
