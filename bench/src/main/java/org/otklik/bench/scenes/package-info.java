/** How well cuts, dissolves and fades are found, beside what others publish. Run by hand. */
package org.otklik.bench.scenes;
