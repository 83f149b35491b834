/**
 * Tests of the real EAR in the real server on a real database, and what they stand on: {@link
 * org.otklik.it.TestGround} (database and server) and {@link org.otklik.it.OtklikEar} (deployment).
 */
package org.otklik.it;
