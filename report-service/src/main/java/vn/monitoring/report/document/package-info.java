/// Official documents as data, and how they are laid out on paper (Decree 30/2020/NĐ-CP; Party layout).
@NullMarked
package vn.monitoring.report.document;

import org.jspecify.annotations.NullMarked;
