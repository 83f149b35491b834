package org.otklik.web.api;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;

/** Says of every operation, in one place, that whatever else it answers is a problem. */
public class ProblemResponses implements OASFilter {
  @Override
  public Operation filterOperation(Operation operation) {
    if (operation.getResponses() != null && operation.getResponses().getDefaultValue() == null) {
      operation
          .getResponses()
          .setDefaultValue(OASFactory.createAPIResponse().ref("#/components/responses/Problem"));
    }
    return operation;
  }
}
