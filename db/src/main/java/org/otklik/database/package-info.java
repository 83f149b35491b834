/**
 * A PostgreSQL of our own on this machine, its roles, and the migrations of {@code db}. Called by
 * the launcher and by all tests that need a database; it runs outside of the server and is never
 * packed into the EAR. Of Otklik it imports {@code org.otklik.platform} only.
 */
package org.otklik.database;
