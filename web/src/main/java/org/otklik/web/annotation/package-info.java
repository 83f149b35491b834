/** Marks and comments of analysts: their page and REST resources, and what becomes of them. */
package org.otklik.web.annotation;
