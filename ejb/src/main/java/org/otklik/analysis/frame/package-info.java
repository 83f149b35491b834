/**
 * Frame rows: written by the job in windows, read frame by frame by the page of a viewing. By SQL:
 * they come by the million and are no entities. After analysis.run, before analysis.viewing.
 */
package org.otklik.analysis.frame;
