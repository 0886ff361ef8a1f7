package vn.monitoring.task.task;

import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a task says and whose it is: as its plan's table prints it, or as it was corrected by hand.
@MappedSuperclass
public abstract class TaskRow {

    /// What the row key of a task begins with that no plan's table has.
    public static final String BY_HAND = "h:";

    @Id
    private UUID id;

    private UUID planId;
    private String unitCode;
    private String responsibleUnitCode;
    private @Nullable UUID parentId;
    private String rowKey;

    @Embedded
    private TaskFacts facts;

    private boolean corrected;
    private @Nullable String printOf;
    private List<String> indicatorIds = List.of();
    private List<String> canonicalCodes = List.of();

    private boolean leadSet;

    protected TaskRow() {}

    /// A row that is not stored yet.
    ///
    /// @param rowKey what tells the row from the others of its plan, the same at every import
    TaskRow(
            UUID planId,
            String unitCode,
            String responsibleUnitCode,
            @Nullable UUID parentId,
            String rowKey,
            TaskFacts facts) {
        this.id = UUID.randomUUID();
        this.planId = planId;
        this.unitCode = unitCode;
        this.responsibleUnitCode = responsibleUnitCode;
        this.parentId = parentId;
        this.rowKey = rowKey;
        this.facts = facts;
        this.printOf = facts.print();
    }

    /// What a new import of the plan changes; empty when nothing does.
    ///
    /// A lead set by hand stays, and a correction until the plan's table says something else than before.
    public List<FieldChange> differences(TaskFacts printed, String resolvedUnitCode, @Nullable UUID parent) {
        boolean kept = corrected && printed.print().equals(printOf);
        List<FieldChange> changes = kept ? new ArrayList<>() : printed.changedFrom(facts);
        if (!leadSet) {
            FieldChange.note(changes, "responsibleUnitCode", responsibleUnitCode, resolvedUnitCode);
        }
        FieldChange.note(changes, "parentId", parentId, parent);
        return changes;
    }

    /// Takes what a new import of the plan says, see [#differences].
    public void revise(TaskFacts printed, String resolvedUnitCode, @Nullable UUID parent) {
        String print = printed.print();
        if (!(corrected && print.equals(printOf)) && !printed.equals(facts)) {
            facts = printed;
            corrected = false;
        }
        printOf = print;
        if (!leadSet) {
            responsibleUnitCode = resolvedUnitCode;
        }
        parentId = parent;
    }

    /// Takes what somebody says instead of the table.
    ///
    /// @param leadUnitCode the lead's unit, empty to leave it
    /// @return what changed
    List<FieldChange> say(TaskFacts said, String leadUnitCode) {
        List<FieldChange> changes = said.changedFrom(facts);
        if (!leadUnitCode.isEmpty()) {
            FieldChange.note(changes, "responsibleUnitCode", responsibleUnitCode, leadUnitCode);
            lead(leadUnitCode);
        }
        if (!changes.isEmpty()) {
            facts = said;
            corrected = true;
        }
        return changes;
    }

    /// Gives the row to a lead that no import changes.
    void lead(String leadUnitCode) {
        responsibleUnitCode = leadUnitCode;
        leadSet = true;
    }

    /// Says which indicators the task serves.
    ///
    /// @return what changed
    public List<FieldChange> link(List<String> ids, List<String> codes) {
        List<FieldChange> changes = new ArrayList<>();
        FieldChange.note(changes, "indicatorIds", indicatorIds, ids);
        FieldChange.note(changes, "canonicalCodes", canonicalCodes, codes);
        indicatorIds = new ArrayList<>(ids);
        canonicalCodes = new ArrayList<>(codes);
        return changes;
    }

    public UUID id() {
        return id;
    }

    public UUID planId() {
        return planId;
    }

    public String unitCode() {
        return unitCode;
    }

    public String responsibleUnitCode() {
        return responsibleUnitCode;
    }

    public @Nullable UUID parentId() {
        return parentId;
    }

    public String rowKey() {
        return rowKey;
    }

    public TaskOrigin origin() {
        return TaskOrigin.of(rowKey);
    }

    public TaskFacts facts() {
        return facts;
    }

    public List<String> indicatorIds() {
        return indicatorIds;
    }

    public List<String> canonicalCodes() {
        return canonicalCodes;
    }

    /// Whether it is a task of its own: no parent, which only sums up its parts, and no row that waits for
    /// a decision.
    public boolean counted() {
        return facts.kind() != TaskKind.PARENT && !facts.needsDecision();
    }
}
