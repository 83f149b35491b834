/** Classification of a face's expression. After vision.face. */
package org.otklik.vision.expression;
