/**
 * Where a creative's sound is heard in a recording: {@link SoundAlignment} decides, {@link
 * OnsetBands} hears what begins when, {@link LagSearch} tries every place, {@link PieceSearch}
 * looks closely, {@link PieceLine} makes a clock of it. Called by the job that analyses a
 * recording; needs Java alone.
 */
package org.otklik.sound;
