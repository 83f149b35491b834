package org.otklik.settings;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.Map;

/** Reads settings as the server does, from properties and an environment of the test's own. */
final class SettingsFixture {
  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();

  private SettingsFixture() {}

  static <R extends Record> R read(Class<R> type, Map<String, String> properties) {
    return read(type, properties, Map.of());
  }

  static <R extends Record> R read(
      Class<R> type, Map<String, String> properties, Map<String, String> environment) {
    return new SettingsReader(
            new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(
                    new PropertiesConfigSource(properties, "properties", 400),
                    new EnvConfigSource(environment, 300))
                .build(),
            VALIDATOR)
        .read(type);
  }
}
