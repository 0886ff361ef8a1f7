/// Vietnamese text: two languages, one spelling, one way of matching.
@NullMarked
package vn.monitoring.kit.text;

import org.jspecify.annotations.NullMarked;
