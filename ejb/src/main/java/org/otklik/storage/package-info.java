/**
 * Where videos, pictures and reports lie, and what is known of a video before it is analysed.
 * Called by the features that take or hand out files; must not import any of them.
 */
package org.otklik.storage;
