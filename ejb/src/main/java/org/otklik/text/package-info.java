/** What is done to any text, whatever it is about. Called by the features; imports none of them. */
package org.otklik.text;
