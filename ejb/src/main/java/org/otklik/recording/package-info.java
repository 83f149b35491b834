/** Viewers and the films of them. */
package org.otklik.recording;
