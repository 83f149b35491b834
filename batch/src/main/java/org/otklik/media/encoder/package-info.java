/** Videos that the child process writes: copies that browsers play, and cuts. */
package org.otklik.media.encoder;
