package vn.monitoring.task.worklist;

import jakarta.enterprise.context.RequestScoped;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.kit.security.Role;

/// What the caller may accept: what was submitted by another person for a unit that the caller is no part of.
@RequestScoped
class Reviewer {

    private final Caller caller;
    private final Scope scope;

    Reviewer(Caller caller, Scope scope) {
        this.caller = caller;
        this.scope = scope;
    }

    SqlCondition mayAccept() {
        if (!caller.has(Role.STANDING_BODY) && !caller.has(Role.LEADER)) {
            return SqlCondition.of("false");
        }
        return SqlCondition.of("""
                        t.status = 'SUBMITTED' and not (u.path @> all (cast(? as ltree[])))
                        and not exists (select from submission s
                            where s.task_id = t.id and s.outcome is null and s.by_subject = ?)""", scope.paths(), caller.subject());
    }
}
