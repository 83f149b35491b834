package org.otklik.request;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text without control characters. */
@Pattern(regexp = "[^\\u0000-\\u001f\\u007f-\\u009f]*")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({FIELD, TYPE_USE, ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface SingleLine {
  /** What is possible, for the sentence. */
  String message() default "A–Z, А–Я, 0–9, …";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
