package vn.monitoring.report;

import vn.monitoring.kit.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("vn.monitoring.report");
    }
}
