/** How well creatives are found by their sound, in simulated rooms; needs no server. */
package org.otklik.bench.sound;
