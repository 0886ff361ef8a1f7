package vn.monitoring.bench.faults.check;

/// One rule that has to hold after all faults are over.
interface Check {

    /// The rule, as a sentence.
    String name();

    CheckResult check(Evidence evidence);
}
