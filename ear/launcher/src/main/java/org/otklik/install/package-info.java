/**
 * An installation: what {@code bin/otklik} of the unpacked ZIP does. {@link
 * org.otklik.install.OtklikCommand} is its main class; {@link org.otklik.install.Distribution} is
 * the ZIP, which is only read; {@link org.otklik.install.Instance} is the folder of data, which
 * outlives it.
 *
 * <p>Starts and stops by {@link org.otklik.launcher}; it must not import entities or services, and
 * what must be known of them is the database's.
 */
package org.otklik.install;
