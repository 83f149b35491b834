/** What viewers' browsers record while a creative plays, received in parts and taken in. */
package org.otklik.study.capture;
