package org.otklik.request;

import static java.lang.annotation.ElementType.FIELD;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;

/** A time zone by its IANA name. */
@Constraint(validatedBy = TimeZoneName.Known.class)
@Target(FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TimeZoneName {
  /** What is possible, for the sentence. */
  String message() default "Europe/Moscow, UTC, …";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Offsets such as +03:00 are refused: they know no clock changes. */
  class Known implements ConstraintValidator<TimeZoneName, String> {
    @Override
    public boolean isValid(String name, ConstraintValidatorContext context) {
      return name == null || ZoneId.getAvailableZoneIds().contains(name);
    }
  }
}
