/// When a reporting period begins, when its figures are cut off and when its report is due (Decree 09/2019/NĐ-CP).
@NullMarked
package vn.monitoring.report.period;

import org.jspecify.annotations.NullMarked;
