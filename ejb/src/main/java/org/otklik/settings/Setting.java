package org.otklik.settings;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is known of one setting beside its value, told by the annotations of the record component
 * that it becomes; its meaning stands in {@code settings.properties} and {@code
 * settings_ru.properties}.
 */
public final class Setting {
  static final String BUNDLE = "org.otklik.settings.settings";

  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final RecordComponent component;
  private final ConfigProperty property;

  Setting(RecordComponent component) {
    this.component = component;
    this.property = annotation(ConfigProperty.class);
    if (property == null) {
      throw new IllegalStateException(component + " needs a @ConfigProperty.");
    }
  }

  /** The system property that sets it; MicroProfile Config tells the environment variable's. */
  public String name() {
    return property.name();
  }

  /** The property that names the file with the secret in it; null where there is none. */
  public String fileName() {
    return isSecret() ? name() + "-file" : null;
  }

  public boolean isSecret() {
    return annotation(Secret.class) != null;
  }

  /** As it would be written; null for none. */
  public String defaultValue() {
    return property.defaultValue().equals(ConfigProperty.UNCONFIGURED_VALUE)
        ? null
        : property.defaultValue();
  }

  public String meaning(Locale locale) {
    return text(name(), locale);
  }

  /** What a value must be, in English; empty for any text. */
  public String allowed() {
    if (annotation(Pattern.class) != null) {
      return annotation(Pattern.class).message();
    }
    if (annotation(ExistingFolder.class) != null) {
      return annotation(ExistingFolder.class).message();
    }
    if (annotation(RoleNames.class) != null) {
      return annotation(RoleNames.class).message();
    }
    if (type() == Path.class) {
      return "a folder";
    }
    if (type() == boolean.class) {
      return "true or false";
    }
    if (type().isEnum()) {
      return Arrays.stream(type().getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", "));
    }
    if (annotation(Min.class) != null) {
      return range(annotation(Min.class).value(), annotation(Max.class).value());
    }
    if (annotation(DecimalMin.class) != null) {
      return range(annotation(DecimalMin.class).value(), annotation(DecimalMax.class).value());
    }
    return type() == ClaimValues.class ? ClaimValues.FORM : "";
  }

  /** The setting with which this one must be there, too; null for none. */
  public String neededWith() {
    NeededWith other = annotation(NeededWith.class);
    return other == null ? null : other.value();
  }

  public boolean isNeeded() {
    return annotation(NotNull.class) != null;
  }

  String componentName() {
    return component.getName();
  }

  Class<?> type() {
    return component.getType();
  }

  /** Of the record's field, where Bean Validation looks for it, too. */
  private <A extends java.lang.annotation.Annotation> A annotation(Class<A> type) {
    try {
      return component
          .getDeclaringRecord()
          .getDeclaredField(component.getName())
          .getAnnotation(type);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("Every record component has its field: " + component, e);
    }
  }

  private static String range(Object min, Object max) {
    return min + " to " + max;
  }

  static String text(String key, Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, Setting.class.getClassLoader(), NO_FALLBACK)
        .getString(key);
  }
}
