/// Tests of the upgrade test's own judgement.
@NullMarked
package vn.monitoring.bench.upgrade;

import org.jspecify.annotations.NullMarked;
