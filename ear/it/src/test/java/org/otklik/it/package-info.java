/**
 * Tests of the real EAR in the real server on a real database, and what they stand on: {@link
 * org.otklik.it.TestGround} (the servers that tests share), {@link org.otklik.it.TestServer} (one
 * of a test's own) and {@link org.otklik.it.InsideTests} (what Arquillian brings into the server).
 */
package org.otklik.it;
