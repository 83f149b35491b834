/** The way back: all there is of a viewer who withdraws the consent is deleted. */
package org.otklik.study.withdrawal;
