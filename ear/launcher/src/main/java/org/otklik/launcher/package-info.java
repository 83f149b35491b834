/**
 * Puts a whole Otklik on its feet on one machine: builds the configured server from Maven's
 * artifacts, runs a real PostgreSQL, migrates it, starts the server with the EAR, and takes all of
 * it down again without leaving a process behind.
 *
 * <p>Called by {@code mvn -Pdemo} ({@link org.otklik.launcher.Launcher}), by the integration tests
 * and by {@code bench}. Everything here runs outside the server and is never packed into the EAR;
 * it must not import entities or services, and talks to the application over HTTP only.
 */
package org.otklik.launcher;
