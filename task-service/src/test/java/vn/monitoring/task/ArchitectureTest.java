package vn.monitoring.task;

import vn.monitoring.kit.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("vn.monitoring.task");
    }
}
