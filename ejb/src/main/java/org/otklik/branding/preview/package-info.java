/**
 * How reports with a look would come out, shown before it is saved: of a made-up creative, by the
 * code that writes real ones.
 */
package org.otklik.branding.preview;
