/** The job {@code make-demo}: the ready-made creative and viewers of a demo campaign. */
package org.otklik.job.demo;
