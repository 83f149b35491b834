/**
 * Where a video's scenes begin: at cuts, dissolves and fades, told apart by colours. Called by the
 * job that summarises creatives. Must not import FFmpeg: frames come from the child process.
 */
package org.otklik.media.scene;
