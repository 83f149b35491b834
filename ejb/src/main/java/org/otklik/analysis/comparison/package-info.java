/** Groups side by side, and norms against finished comparable creatives. After analysis.result. */
package org.otklik.analysis.comparison;
