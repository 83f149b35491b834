/** How the jobs {@code cut-trailer} and {@code cut-clip} cut a video out of a creative. */
package org.otklik.job.cut;
