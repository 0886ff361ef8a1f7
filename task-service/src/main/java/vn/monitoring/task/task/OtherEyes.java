package vn.monitoring.task.task;

import jakarta.enterprise.context.ApplicationScoped;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.scope.Scope;
import vn.monitoring.kit.security.Caller;
import vn.monitoring.task.TaskProblem;

/// Whether the caller may decide on what a lead agency did or asked for: another person of another unit may
/// (source: domain.md, "acceptance by another unit than the one that did it").
@ApplicationScoped
public class OtherEyes {

    private final Scope scope;
    private final Caller caller;

    OtherEyes(Scope scope, Caller caller) {
        this.scope = scope;
        this.caller = caller;
    }

    /// @param bySubject whose submission or request is decided on
    /// @throws Problem 422 for the same person or unit
    public void require(Task task, String bySubject) {
        if (bySubject.equals(caller.subject())) {
            throw new Problem(
                    TaskProblem.SAME_PERSON,
                    "Người nộp hoặc đề nghị không được tự kết luận. Hãy để người khác ở đơn vị khác kết luận.",
                    "Who submitted or asked may not decide. Let another person of another unit decide.");
        }
        if (scope.isInside(task.responsibleUnitCode())) {
            throw new Problem(
                    TaskProblem.SAME_UNIT,
                    "Đơn vị chủ trì không được tự kết luận. Hãy để cơ quan thường trực hoặc lãnh đạo đơn vị khác kết luận.",
                    "The lead's own unit may not decide. Let the standing body or a leader of another unit decide.");
        }
    }
}
