/**
 * What the server stands on and can lose for a while: the database, and room on its disks. Which of
 * them an exception tells of, whether the database answers, and how faults that repeat are logged.
 * Called by every feature, the jobs and the web; imports {@code problem} alone.
 */
package org.otklik.outage;
