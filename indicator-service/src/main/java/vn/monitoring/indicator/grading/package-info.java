/// The rules by which a verified figure is judged against the targets of a plan: plain Java, no framework, one
/// class a rule.
@NullMarked
package vn.monitoring.indicator.grading;

import org.jspecify.annotations.NullMarked;
