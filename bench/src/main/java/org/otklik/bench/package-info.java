/**
 * Measurements, run by {@code mvn -Pbench}; each prints lines of the form {@code name value unit}.
 */
package org.otklik.bench;
