/**
 * Single pictures, looked at from farther away and in parts where a face is not found at once.
 * After vision.expression.
 */
package org.otklik.vision.picture;
