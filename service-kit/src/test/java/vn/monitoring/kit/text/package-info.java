/// Tests of bilingual text and of the rules of written Vietnamese.
@NullMarked
package vn.monitoring.kit.text;

import org.jspecify.annotations.NullMarked;
