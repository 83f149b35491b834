/** The job {@code make-demo}: the drawn ad and viewers of a demo campaign. */
package org.otklik.job.demo;
