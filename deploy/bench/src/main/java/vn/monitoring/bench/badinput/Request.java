package vn.monitoring.bench.badinput;

import org.jspecify.annotations.Nullable;
import vn.monitoring.hostile.Contract.Operation;
import vn.monitoring.hostile.Draft;

/// One request of a run.
///
/// @param number within the operation, from 0
/// @param caller null for nobody, or for one whose token is none
record Request(
        Operation operation,
        int number,
        Kind kind,
        @Nullable Caller caller,
        Draft draft) {

    enum Kind {
        /// Without a token, or with one that is none.
        STRANGER,
        /// In a role that may not.
        ROLE,
        /// In a role that may, from another province.
        FOREIGN,
        /// As a decent client sends it.
        VALID,
        /// At the limits of the schemas.
        BOUNDARY,
        /// As no decent client sends it.
        HOSTILE
    }

    /// Whether nothing may change by it, whatever the state of the platform is.
    boolean changesNothing() {
        return !operation.writes() || draft.refused();
    }

    /// Every other one asks for English.
    boolean english() {
        return number % 2 == 1;
    }
}
