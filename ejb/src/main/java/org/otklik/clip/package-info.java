/**
 * Clips: stretches of a creative with their curve beneath, asked for by analysts and made by a job.
 * They show the creative and no viewer.
 */
package org.otklik.clip;
