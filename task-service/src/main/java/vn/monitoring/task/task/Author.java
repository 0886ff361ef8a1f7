package vn.monitoring.task.task;

import java.util.List;
import java.util.stream.Stream;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.security.Role;

/// Who made a change: the account, its units and its roles; persons are known by their position only.
public record Author(String username, List<String> units, List<String> roles) {

    /// What follows from another service's fact, not from a person's request.
    public static final Author SYSTEM = new Author("system", List.of(), List.of());

    static Author of(Caller caller) {
        List<String> roles = Stream.of(
                        Role.STEERING_COMMITTEE,
                        Role.LEADER,
                        Role.STANDING_BODY,
                        Role.UNIT_HEAD,
                        Role.REPORTER,
                        Role.INSPECTOR,
                        Role.PROVINCE_ADMIN,
                        Role.INTEGRATION)
                .filter(caller::has)
                .toList();
        return new Author(caller.username(), caller.unitCodes(), roles);
    }
}
