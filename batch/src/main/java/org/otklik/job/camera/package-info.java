/** Images of cameras, looked at as they come, beside the jobs. Called through {@code ejb}. */
package org.otklik.job.camera;
