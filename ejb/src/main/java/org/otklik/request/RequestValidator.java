package org.otklik.request;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.otklik.problem.Fields;
import org.otklik.problem.ProblemCode;
import org.otklik.problem.ProblemException;

/** Checks requests by the constraints that their records declare. */
public final class RequestValidator {
  private static final Set<Class<? extends Annotation>> MISSING =
      Set.of(NotNull.class, NotBlank.class, NotEmpty.class);
  private static final Set<Class<? extends Annotation>> LIMITS =
      Set.of(Min.class, Max.class, DecimalMin.class, DecimalMax.class);

  private RequestValidator() {}

  /** Made when first needed: it takes a while, and a child process needs none. */
  private static final class Made {
    static final Validator VALIDATOR =
        Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new Plain())
            .buildValidatorFactory()
            .getValidator();
  }

  /** A constraint's message is what is possible; the sentence around it is the problem's. */
  private static final class Plain implements MessageInterpolator {
    @Override
    public String interpolate(String template, Context context) {
      return template;
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
      return template;
    }
  }

  /**
   * The same request.
   *
   * @throws ProblemException FIELD_MISSING or FIELD_INVALID, naming the first field that is wrong
   */
  public static <R extends Record> R valid(R request) {
    check(request, field -> true);
    return request;
  }

  /**
   * The same request, of which only some fields are looked at.
   *
   * @throws ProblemException as {@link #valid(Record)}
   */
  public static <R extends Record> R valid(R request, Set<String> fields) {
    check(request, fields::contains);
    return request;
  }

  private static <R extends Record> void check(R request, Predicate<String> asked) {
    Made.VALIDATOR.validate(request).stream()
        .filter(violation -> asked.test(names(violation.getPropertyPath()).get(0)))
        .min(
            Comparator.<ConstraintViolation<R>>comparingInt(RequestValidator::place)
                .thenComparing(violation -> !MISSING.contains(kind(violation)))
                .thenComparing(violation -> violation.getPropertyPath().toString()))
        .ifPresent(
            violation -> {
              throw problem(request.getClass(), violation);
            });
  }

  /** Of the field in its request: what is wrong first is told first. */
  private static <R extends Record> int place(ConstraintViolation<R> violation) {
    String first = names(violation.getPropertyPath()).get(0);
    int place = 0;
    for (var component : violation.getRootBeanClass().getRecordComponents()) {
      if (component.getName().equals(first)) {
        return place;
      }
      place++;
    }
    return place;
  }

  private static Class<? extends Annotation> kind(ConstraintViolation<?> violation) {
    return violation.getConstraintDescriptor().getAnnotation().annotationType();
  }

  private static ProblemException problem(Class<?> request, ConstraintViolation<?> violation) {
    RequestField field = RequestField.of(request, names(violation.getPropertyPath()));
    if (MISSING.contains(kind(violation))) {
      return new ProblemException(ProblemCode.FIELD_MISSING, field.name());
    }
    return new ProblemException(
        ProblemCode.FIELD_INVALID,
        field.name(),
        quoted(violation.getInvalidValue()),
        possible(field, violation));
  }

  private static String possible(RequestField field, ConstraintViolation<?> violation) {
    Annotation constraint = violation.getConstraintDescriptor().getAnnotation();
    if (constraint instanceof Size size) {
      return "≤ " + size.max();
    }
    return LIMITS.contains(kind(violation)) ? field.possible() : violation.getMessageTemplate();
  }

  private static String quoted(Object value) {
    if (value instanceof Collection<?> values) {
      return Integer.toString(values.size());
    }
    return value instanceof Map<?, ?> map
        ? Integer.toString(map.size())
        : Fields.shortened(String.valueOf(value));
  }

  private static List<String> names(Path path) {
    List<String> names = new ArrayList<>();
    for (Path.Node node : path) {
      if (node.getKey() != null) {
        names.add(Fields.shortened(String.valueOf(node.getKey())));
      }
      if (node.getName() != null && !node.getName().startsWith("<")) {
        names.add(node.getName());
      }
    }
    return names;
  }
}
