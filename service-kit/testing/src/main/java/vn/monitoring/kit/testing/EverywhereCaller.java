package vn.monitoring.kit.testing;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import vn.monitoring.kit.security.Caller;

/// A caller for whose units the queries ask and who names every province: as if the filter were not there.
@Alternative
@Singleton
public class EverywhereCaller extends Caller {

    EverywhereCaller(SecurityIdentity identity) {
        super(identity);
    }

    @Override
    public List<String> unitCodes() {
        return List.of(Objects.requireNonNullElse(
                        TestDatabase.shared().ask("select string_agg(code, ' ') from unit where parent_code is null"),
                        "")
                .split(" "));
    }
}
