package org.otklik.settings;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;

/** The values mean roles of ours; null is valid. */
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, RECORD_COMPONENT})
@Constraint(validatedBy = RoleNames.AreRoles.class)
@interface RoleNames {
  String message() default
      "like value=ROLE; value=ROLE with the roles ADMINISTRATOR, ANALYST and READER";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** By name, since this package knows no feature. */
  final class AreRoles implements ConstraintValidator<RoleNames, ClaimValues> {
    private static final Set<String> ROLES = Set.of("ADMINISTRATOR", "ANALYST", "READER");

    @Override
    public boolean isValid(ClaimValues values, ConstraintValidatorContext context) {
      return values == null || ROLES.containsAll(values.meanings().values());
    }
  }
}
