/**
 * Measures the whole server with its database: a recording's way, reports, the portal's pages
 * ({@code mvn -Pbench}). Talks to the application over HTTP, writes stored rows straight into the
 * database, and is never packed into the EAR. The integration tests use its measuring tools.
 */
package org.otklik.bench.server;
