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
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder is there; null is valid. */
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, RECORD_COMPONENT})
@Constraint(validatedBy = ExistingFolder.IsThere.class)
@interface ExistingFolder {
  String message() default "an existing folder";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Looks for it when the settings are read, at the start. */
  final class IsThere implements ConstraintValidator<ExistingFolder, Path> {
    @Override
    public boolean isValid(Path folder, ConstraintValidatorContext context) {
      return folder == null || Files.isDirectory(folder);
    }
  }
}
