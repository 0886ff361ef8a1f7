package vn.monitoring.kit.security;

import java.util.Set;

/// The roles that Keycloak grants, as the realm writes them.
public final class Role {

    public static final String PROVINCE_ADMIN = "province-admin";
    public static final String STEERING_COMMITTEE = "steering-committee";
    public static final String LEADER = "leader";
    public static final String STANDING_BODY = "standing-body";
    public static final String UNIT_HEAD = "unit-head";
    public static final String REPORTER = "reporter";
    public static final String INSPECTOR = "inspector";
    public static final String INTEGRATION = "integration";

    public static final Set<String> ALL = Set.of(
            PROVINCE_ADMIN, STEERING_COMMITTEE, LEADER, STANDING_BODY, UNIT_HEAD, REPORTER, INSPECTOR, INTEGRATION);

    /// Whoever holds at least one of them ([AccessTokens] adds it); Keycloak does not grant it.
    public static final String EVERY = "every-role";

    private Role() {}
}
