package vn.monitoring.kit.testing.upgrade;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a database consists of at a moment, as its own catalogue says: the parts that programs rely on.
///
/// @param relations tables and views by name
/// @param routines the result type of each function by its signature
record Catalog(Map<String, Relation> relations, Map<String, String> routines) {

    /// @param file where the rows lie; another one after a migration means that all of them were written anew
    record Relation(
            long file,
            Map<String, Column> columns,
            Map<String, Constraint> constraints,
            Map<String, Boolean> indexes,
            Set<String> policies) {}

    /// @param required whether it refuses null
    /// @param filled whether it has a value where a writer gives none: a default, an identity, an expression
    record Column(String type, boolean required, boolean filled) {}

    /// @param kind as in pg_constraint: `c` check, `f` foreign key, `p` primary key, `u` unique, `x` exclusion
    /// @param validated whether it is known to hold for all rows
    record Constraint(String kind, boolean validated, Set<String> columns) {}

    static Catalog of(Connection connection) throws SQLException {
        Catalog catalog = new Catalog(new TreeMap<>(), new TreeMap<>());
        try (Statement statement = connection.createStatement()) {
            catalog.readRelations(statement);
            catalog.readColumns(statement);
            catalog.readConstraints(statement);
            catalog.readIndexes(statement);
            catalog.readPolicies(statement);
            catalog.readRoutines(statement);
        }
        return catalog;
    }

    private void readRelations(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("""
                select relname, relfilenode from pg_class
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
                    and relname <> 'flyway_schema_history'""")) {
            while (rows.next()) {
                relations.put(
                        rows.getString(1),
                        new Relation(
                                rows.getLong(2), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>()));
            }
        }
    }

    private void readColumns(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("""
                select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                    a.atthasdef or a.attidentity <> ''
                from pg_attribute a join pg_class c on c.oid = a.attrelid
                where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped""")) {
            while (rows.next()) {
                Relation relation = relations.get(rows.getString(1));
                if (relation != null) {
                    relation.columns()
                            .put(
                                    rows.getString(2),
                                    new Column(rows.getString(3), rows.getBoolean(4), rows.getBoolean(5)));
                }
            }
        }
    }

    private void readConstraints(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("""
                select c.relname, k.conname, k.contype, k.convalidated, array(
                    select a.attname::text from pg_attribute a
                    where a.attrelid = k.conrelid and a.attnum = any (k.conkey))
                from pg_constraint k join pg_class c on c.oid = k.conrelid
                where c.relnamespace = 'public'::regnamespace and k.contype in ('c', 'f', 'p', 'u', 'x')""")) {
            while (rows.next()) {
                Relation relation = relations.get(rows.getString(1));
                if (relation != null) {
                    String[] columns = (String[]) rows.getArray(5).getArray();
                    relation.constraints()
                            .put(
                                    rows.getString(2),
                                    new Constraint(
                                            rows.getString(3), rows.getBoolean(4), new HashSet<>(Set.of(columns))));
                }
            }
        }
    }

    private void readIndexes(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("""
                select c.relname, x.relname, i.indisunique
                from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
                where c.relnamespace = 'public'::regnamespace""")) {
            while (rows.next()) {
                Relation relation = relations.get(rows.getString(1));
                if (relation != null) {
                    relation.indexes().put(rows.getString(2), rows.getBoolean(3));
                }
            }
        }
    }

    private void readPolicies(Statement statement) throws SQLException {
        try (ResultSet rows =
                statement.executeQuery("select tablename, policyname from pg_policies where schemaname = 'public'")) {
            while (rows.next()) {
                Relation relation = relations.get(rows.getString(1));
                if (relation != null) {
                    relation.policies().add(rows.getString(2));
                }
            }
        }
    }

    /// Of our own, not of extensions, and none that only a trigger calls.
    private void readRoutines(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("""
                select p.oid::regprocedure::text, pg_get_function_result(p.oid) from pg_proc p
                where p.pronamespace = 'public'::regnamespace and p.prorettype <> 'trigger'::regtype
                    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')""")) {
            while (rows.next()) {
                routines.put(rows.getString(1), String.valueOf(rows.getString(2)));
            }
        }
    }
}
