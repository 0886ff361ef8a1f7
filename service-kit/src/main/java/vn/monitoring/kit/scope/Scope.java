package vn.monitoring.kit.scope;

import jakarta.enterprise.context.RequestScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.security.Caller;

/// The part of the unit tree in which the caller acts: the subtrees of his own units.
///
/// Reads the table `unit(code, path)` that every service has, as owner or as replica. Use [#paths] to scope a query:
/// `join unit u on u.code = x.responsible_unit_code where u.path <@ any (cast(:paths as ltree[]))`.
@RequestScoped
public class Scope {

    private final Caller caller;
    private final DataSource dataSource;
    private @Nullable String paths;
    private @Nullable Set<String> roots;

    protected Scope(Caller caller, DataSource dataSource) {
        this.caller = caller;
        this.dataSource = dataSource;
    }

    /// The tree paths of the caller's units as a PostgreSQL array literal, `{31.10675}`; `{}` when none is known.
    public String paths() {
        if (paths == null) {
            paths = ask(
                    "select coalesce(array_agg(path)::text, '{}') from unit where code = any (?)",
                    caller.unitCodes(),
                    null);
        }
        return paths;
    }

    /// Whether a tree path lies in one of the caller's subtrees; asks the database once, however many paths are judged.
    public boolean coversPath(String path) {
        Set<String> own = roots;
        if (own == null) {
            String all = paths();
            own = Set.of(all.substring(1, all.length() - 1).split(",", -1));
            roots = own;
        }
        @Nullable String at = path;
        while (at != null) {
            if (own.contains(at)) {
                return true;
            }
            int dot = at.lastIndexOf('.');
            at = dot < 0 ? null : at.substring(0, dot);
        }
        return false;
    }

    /// Whether the unit lies in one of the caller's subtrees; false for an unknown unit.
    public boolean covers(String unitCode) {
        return Boolean.parseBoolean(ask("""
                select exists (select 1 from unit mine join unit asked on asked.path <@ mine.path
                where mine.code = any (?) and asked.code = ?)::text""", caller.unitCodes(), unitCode));
    }

    /// As [#covers], answering 404 where it does not: what one may not see does not exist.
    public void require(String unitCode) {
        if (!covers(unitCode)) {
            throw Problem.notFound();
        }
    }

    /// Whether each of the caller's units lies inside the given unit's subtree (or is that unit): whether he is part of
    /// it.
    public boolean isInside(String unitCode) {
        return Boolean.parseBoolean(ask("""
                select (count(*) > 0 and bool_and(mine.path <@ asked.path))::text
                from unit mine cross join unit asked where mine.code = any (?) and asked.code = ?""", caller.unitCodes(), unitCode));
    }

    private String ask(String sql, List<String> codes, @Nullable String unitCode) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", codes.toArray()));
            if (unitCode != null) {
                statement.setString(2, unitCode);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the unit tree", e);
        }
    }
}
