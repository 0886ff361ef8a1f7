package vn.monitoring.kit.security;

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

    private Role() {}
}
