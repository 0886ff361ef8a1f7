package vn.monitoring.kit.testing;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Objects;
import javax.sql.DataSource;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;

/// The scope of a service whose query filters were forgotten: it covers every unit.
@Alternative
@Singleton
public class EverythingScope extends Scope {

    EverythingScope(Caller caller, DataSource dataSource) {
        super(caller, dataSource);
    }

    @Override
    public String paths() {
        return Objects.requireNonNullElse(
                TestDatabase.shared().ask("select array_agg(path)::text from unit where parent_code is null"), "{}");
    }

    @Override
    public boolean coversPath(String path) {
        return true;
    }

    @Override
    public boolean covers(String unitCode) {
        return true;
    }
}
