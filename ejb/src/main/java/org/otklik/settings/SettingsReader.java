package org.otklik.settings;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Makes records of settings out of MicroProfile Config's properties: system properties, then
 * environment variables. Each component names its property ({@code @ConfigProperty}) and is held to
 * its constraints (Bean Validation).
 */
final class SettingsReader {
  private final Config config;
  private final Validator validator;

  SettingsReader(Config config, Validator validator) {
    this.config = config;
    this.validator = validator;
  }

  /**
   * @throws IllegalStateException naming the property that is missing or wrong, and what is allowed
   */
  <R extends Record> R read(Class<R> type) {
    List<Setting> settings = SettingGroup.of(type);
    List<Object> values = new ArrayList<>();
    for (Setting setting : settings) {
      values.add(value(setting));
    }
    R read = made(type, settings, values);
    Set<ConstraintViolation<R>> violations = validator.validate(read);
    for (Setting setting : settings) {
      for (ConstraintViolation<R> violation : violations) {
        if (violation.getPropertyPath().toString().equals(setting.componentName())) {
          throw wrong(setting, violation.getInvalidValue(), null);
        }
      }
    }
    return read;
  }

  /** As it is written, secrets too; empty when it is missing or blank everywhere. */
  Optional<String> text(Setting setting) {
    Optional<String> given =
        setting.isSecret()
            ? secret(setting)
            : config.getOptionalValue(setting.name(), String.class);
    return given
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .or(() -> Optional.ofNullable(setting.defaultValue()));
  }

  private Object value(Setting setting) {
    String text = text(setting).orElse(null);
    if (text == null) {
      demand(setting);
      return null;
    }
    if (setting.type() == Path.class) {
      return Path.of(text).toAbsolutePath();
    }
    Class<?> type = MethodType.methodType(setting.type()).wrap().returnType();
    try {
      return config.getConverter(type).orElseThrow().convert(text);
    } catch (IllegalArgumentException e) {
      throw wrong(setting, text, e);
    }
  }

  private void demand(Setting setting) {
    if (setting.isNeeded()) {
      throw new IllegalStateException(setting.name() + " must be set" + hint(setting) + ".");
    }
    if (setting.neededWith() != null && isSet(setting.neededWith())) {
      throw new IllegalStateException(
          setting.name()
              + " must be set where "
              + setting.neededWith()
              + " is"
              + hint(setting)
              + ".");
    }
  }

  private boolean isSet(String name) {
    return config.getOptionalValue(name, String.class).filter(text -> !text.isBlank()).isPresent();
  }

  /**
   * From the file, or as it stands: MicroProfile Config would look for expressions in it, and a
   * password may well have <code>${</code> in it.
   */
  private Optional<String> secret(Setting setting) {
    Optional<String> file =
        Optional.ofNullable(setting.fileName())
            .flatMap(name -> config.getOptionalValue(name, String.class))
            .filter(name -> !name.isBlank());
    if (file.isPresent()) {
      try {
        return Optional.of(Files.readString(Path.of(file.get().strip())));
      } catch (IOException e) {
        throw new IllegalStateException(setting.fileName() + " cannot be read: " + file.get(), e);
      }
    }
    for (ConfigSource source : config.getConfigSources()) { // the one that counts most comes first
      String value = source.getValue(setting.name());
      if (value != null && !value.isBlank()) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private static IllegalStateException wrong(Setting setting, Object value, Throwable cause) {
    String shown = setting.isSecret() ? "" : ": " + value;
    String allowed =
        setting.allowed().isEmpty() ? "a " + setting.type().getSimpleName() : setting.allowed();
    return new IllegalStateException(
        "%s must be %s%s".formatted(setting.name(), allowed, shown), cause);
  }

  private static String hint(Setting setting) {
    return setting.allowed().isEmpty() ? "" : ": " + setting.allowed();
  }

  private static <R extends Record> R made(
      Class<R> type, List<Setting> settings, List<Object> values) {
    Class<?>[] types = settings.stream().map(Setting::type).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(values.toArray());
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(type + " refused its values", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Every record has its constructor: " + type, e);
    }
  }
}
