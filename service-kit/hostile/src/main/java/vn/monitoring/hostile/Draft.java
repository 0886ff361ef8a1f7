package vn.monitoring.hostile;

import java.util.function.Supplier;

/// A request that can be made: some have bodies of a megabyte, and not all of them are sent.
///
/// @param refused whether the operation must not take it
public record Draft(String what, boolean refused, Supplier<Attack> making) {

    public Attack make() {
        return making.get();
    }
}
