package vn.monitoring.kit.testing.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.monitoring.kit.testing.upgrade.Catalog.Column;
import vn.monitoring.kit.testing.upgrade.Catalog.Constraint;
import vn.monitoring.kit.testing.upgrade.Catalog.Relation;

/// What one migration does to the released version while that goes on reading and writing, found by comparing the
/// catalogues before and after it. What the release does not know cannot hurt it.
final class Harm {

    private static final String SEVERAL_ROWS = "pux";
    private static final String ALL_ROWS_READ = "cf";

    private final Catalog released;
    private final Catalog before;
    private final Catalog after;
    private final boolean concurrently;
    private final List<String> findings = new ArrayList<>();

    private Harm(Catalog released, Catalog before, Catalog after, String sql) {
        this.released = released;
        this.before = before;
        this.after = after;
        this.concurrently = sql.toLowerCase(Locale.ROOT).contains("index concurrently");
    }

    /// @param released what the release's own migrations made
    /// @param sql the migration's text, which alone says whether indexes are built beside writers
    static List<String> of(Catalog released, Catalog before, Catalog after, String sql) {
        Harm harm = new Harm(released, before, after, sql);
        released.relations().keySet().forEach(harm::ofRelation);
        released.routines().keySet().forEach(harm::ofRoutine);
        return List.copyOf(harm.findings);
    }

    private void ofRelation(String name) {
        Relation was = before.relations().get(name);
        Relation is = after.relations().get(name);
        Relation known = released.relations().get(name);
        if (was == null || known == null) {
            return;
        }
        if (is == null) {
            findings.add("relation %s removed".formatted(name));
            return;
        }
        if (was.file() != is.file() && is.file() != 0) {
            findings.add("relation %s rewritten while locked".formatted(name));
        }
        known.columns().keySet().forEach(column -> ofColumn(name + "." + column, column, was, is));
        is.columns().forEach((column, now) -> {
            if (!was.columns().containsKey(column) && now.required() && !now.filled()) {
                findings.add("column %s.%s required without default".formatted(name, column));
            }
        });
        is.constraints().forEach((constraint, now) -> ofConstraint(name, constraint, known, was, now));
        is.indexes().forEach((index, unique) -> ofIndex(name + "." + index, index, unique, was, is));
        is.policies().stream()
                .filter(policy -> !was.policies().contains(policy))
                .forEach(policy -> findings.add("policy %s.%s added".formatted(name, policy)));
    }

    private void ofColumn(String name, String column, Relation wasIn, Relation isIn) {
        Column was = wasIn.columns().get(column);
        Column is = isIn.columns().get(column);
        if (was == null) {
            return;
        }
        if (is == null) {
            findings.add("column %s removed".formatted(name));
            return;
        }
        if (!was.type().equals(is.type())) {
            findings.add("column %s changed from %s to %s".formatted(name, was.type(), is.type()));
        }
        if (!was.required() && is.required()) {
            findings.add("column %s required".formatted(name));
        }
        if (was.filled() && !is.filled()) {
            findings.add("column %s without its default".formatted(name));
        }
    }

    private void ofConstraint(String table, String name, Relation known, Relation was, Constraint is) {
        if (was.constraints().containsKey(name)) {
            return;
        }
        boolean newColumnsOnly = is.columns().stream().noneMatch(known.columns()::containsKey);
        if (!newColumnsOnly) {
            findings.add("constraint %s.%s on what the release writes".formatted(table, name));
        }
        if (ALL_ROWS_READ.contains(is.kind()) && is.validated()) {
            findings.add("constraint %s.%s validated while locked".formatted(table, name));
        }
    }

    private void ofIndex(String name, String index, boolean unique, Relation was, Relation is) {
        if (was.indexes().containsKey(index)) {
            return;
        }
        if (!concurrently) {
            findings.add("index %s built while locked".formatted(name));
        }
        Map<String, Constraint> constraints = is.constraints();
        Constraint constraint = constraints.get(index);
        boolean ofConstraint = constraint != null && SEVERAL_ROWS.contains(constraint.kind());
        if (unique && !ofConstraint) {
            findings.add("index %s unique".formatted(name));
        }
    }

    private void ofRoutine(String signature) {
        String was = before.routines().get(signature);
        String is = after.routines().get(signature);
        if (was == null) {
            return;
        }
        if (is == null) {
            findings.add("function %s removed".formatted(signature));
        } else if (!was.equals(is)) {
            findings.add("function %s returns %s instead of %s".formatted(signature, is, was));
        }
    }
}
