/**
 * Measures decoding, models and copies alone, without a server: {@code mvn -Pbench}. Each prints
 * lines of the form {@code name value unit}. Called by {@link org.otklik.bench.server} too, which
 * compares the whole way with its stages.
 */
package org.otklik.bench.stages;
