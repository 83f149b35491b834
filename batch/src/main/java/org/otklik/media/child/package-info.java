/**
 * The child process's main program: takes one request from {@code org.otklik.media.DecoderChild}
 * and has it done by {@code org.otklik.media.decoder} and {@code org.otklik.media.encoder}.
 */
package org.otklik.media.child;
