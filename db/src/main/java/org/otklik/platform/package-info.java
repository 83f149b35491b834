/**
 * This machine: processes that must not outlive us, locks, ports, folders, and the person at the
 * console. Used by whatever runs outside of the server: the database, the launcher, the tests. It
 * knows neither PostgreSQL nor WildFly and must import nothing else of Otklik.
 */
package org.otklik.platform;
