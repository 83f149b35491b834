/** The job {@code create-demo}: the ready-made creative and viewers of a demo campaign. */
package org.otklik.job.demo;
