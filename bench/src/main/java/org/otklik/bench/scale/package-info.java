/**
 * Measures the database with a year's frames: {@code mvn -Pscale}, see {@code bench/README.md}.
 *
 * <p>Runs outside the server, on a database of its own, and is never packed into the EAR. It writes
 * frames by the store that the application writes them by, and asks as {@code bi_reader}.
 */
package org.otklik.bench.scale;
