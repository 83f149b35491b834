package org.otklik.request;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.otklik.text.PlainText;

/** A {@link PlainText}: nothing but what can be seen and stored, on one line. */
@Constraint(validatedBy = SingleLine.Check.class)
@Target({FIELD, TYPE_USE, ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface SingleLine {
  /** What is possible, for the sentence. */
  String message() default "A–Z, А–Я, 0–9, …";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** Null is for others to refuse. */
  final class Check implements ConstraintValidator<SingleLine, CharSequence> {
    @Override
    public boolean isValid(CharSequence text, ConstraintValidatorContext context) {
      return text == null || PlainText.isPlain(text.toString());
    }
  }
}
