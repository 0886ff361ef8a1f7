package vn.monitoring.kit.testing.access;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the unit that a request is about lies to the unit of the one who asks.
///
/// All stages have the same small tree: provinces 31 and 24; communes 10675 and 11002 in 31, 07228 in 24; agencies
/// 10675.VHXH and 10675.HCC; 10675.VHXH.T1 below the first of them.
public enum Relation {
    /// The caller's own unit.
    OWN(Map.of("31", "31", "10675", "10675", "10675.VHXH", "10675.VHXH")),
    /// Below the caller's unit.
    DESCENDANT(Map.of("10675", "31", "10675.VHXH", "10675")),
    /// Above the caller's unit.
    ANCESTOR(Map.of("31", "10675", "10675", "10675.VHXH", "10675.VHXH", "10675.VHXH.T1")),
    /// Beside the caller's unit.
    SIBLING(Map.of("31", "24", "10675", "11002", "10675.VHXH", "10675.HCC")),
    /// In another province.
    NONE(Map.of("31", "07228", "10675", "07228", "10675.VHXH", "07228"));

    private final Map<String, String> callers;

    Relation(Map<String, String> callers) {
        this.callers = callers;
    }

    /// The unit of a caller to whom the target lies so; null where there is none, as above a province.
    @Nullable
    String callerOf(String target) {
        return callers.get(target);
    }
}
