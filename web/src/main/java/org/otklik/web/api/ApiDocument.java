package org.otklik.web.api;

import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/**
 * Says in one place what holds for every operation: whatever else it answers is a problem, and its
 * request, where none of another type is described, is JSON and needed.
 */
public class ApiDocument implements OASFilter {
  @Override
  public Operation filterOperation(Operation operation) {
    if (operation.getResponses() != null && operation.getResponses().getDefaultValue() == null) {
      operation
          .getResponses()
          .setDefaultValue(OASFactory.createAPIResponse().ref("#/components/responses/Problem"));
    }
    return operation;
  }

  @Override
  public RequestBody filterRequestBody(RequestBody body) {
    Content content = body.getContent();
    if (content != null && content.hasMediaType(MediaType.WILDCARD)) {
      content.addMediaType(MediaType.APPLICATION_JSON, content.getMediaType(MediaType.WILDCARD));
      content.removeMediaType(MediaType.WILDCARD);
      body.setRequired(true);
    }
    return body;
  }
}
