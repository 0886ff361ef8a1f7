package vn.monitoring.bench.badinput;

import java.util.List;
import java.util.Set;

/// Somebody of the demo realm: a person, or a provincial system.
///
/// @param user the account's name, or the client's id
/// @param unit where the rights are
record Caller(String user, String role, String unit) {

    /// In whose units the demo's data is, a person of the commune before one of the province.
    static final List<Caller> HOME = List.of(
            new Caller("standing-10675", "standing-body", "10675"),
            new Caller("leader-10675", "leader", "10675"),
            new Caller("head-10675", "unit-head", "10675"),
            new Caller("reporter-10675", "reporter", "10675"),
            new Caller("admin-31", "province-admin", "31"),
            new Caller("steering-31", "steering-committee", "31"),
            new Caller("standing-31", "standing-body", "31"),
            new Caller("leader-31", "leader", "31"),
            new Caller("inspector-31", "inspector", "31"),
            new Caller("province-31-system", "integration", "31"));

    /// In another province, where nothing of the above is to be seen.
    static final List<Caller> FOREIGN = List.of(
            new Caller("standing-07228", "standing-body", "07228"),
            new Caller("leader-07228", "leader", "07228"),
            new Caller("head-07228", "unit-head", "07228"),
            new Caller("reporter-07228", "reporter", "07228"),
            new Caller("admin-24", "province-admin", "24"),
            new Caller("steering-24", "steering-committee", "24"),
            new Caller("inspector-24", "inspector", "24"),
            new Caller("province-24-system", "integration", "24"));

    /// Those who have one of the roles.
    static List<Caller> with(Set<String> roles, List<Caller> callers) {
        return callers.stream().filter(caller -> roles.contains(caller.role())).toList();
    }

    /// Those who have none of them.
    static List<Caller> without(Set<String> roles, List<Caller> callers) {
        return callers.stream().filter(caller -> !roles.contains(caller.role())).toList();
    }
}
