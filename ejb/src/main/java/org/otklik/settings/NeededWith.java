package org.otklik.settings;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.RECORD_COMPONENT;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a setting that must be there where another one of the same record is. */
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, RECORD_COMPONENT})
@interface NeededWith {
  /** The other's name. */
  String value();
}
