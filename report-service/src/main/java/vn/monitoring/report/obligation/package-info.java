/// What each sender owes for an open period, by when, and how far it is.
@NullMarked
package vn.monitoring.report.obligation;

import org.jspecify.annotations.NullMarked;
