package vn.monitoring.indicator;

import vn.monitoring.kit.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {

    ArchitectureTest() {
        super("vn.monitoring.indicator");
    }
}
