/**
 * Videos written from drawn pictures, for the demo, for tests and for measurements: through JavaCV,
 * in this process, since they are our own. Called by {@link org.otklik.testdata.synthetic}, tests
 * and {@code bench}.
 */
package org.otklik.testdata.video;
