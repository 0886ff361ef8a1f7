package vn.monitoring.bench.badinput;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.monitoring.bench.badinput.Request.Kind;
import vn.monitoring.hostile.Attack;
import vn.monitoring.hostile.Attacks;
import vn.monitoring.hostile.Boundaries;
import vn.monitoring.hostile.Contract;
import vn.monitoring.hostile.Contract.Operation;
import vn.monitoring.hostile.Door;
import vn.monitoring.hostile.Draft;
import vn.monitoring.hostile.Marks;

/// Chooses the requests to one operation: some of each kind, by chance that the seed decides.
final class RequestPlan {

    /// So many sets of ids are used in turn.
    private static final int TURNS = 4;

    private static final double VALID_SHARE = 0.25;
    private static final double BOUNDARY_SHARE = 0.3;

    /// What stands for a token and is none; the first is no header at all.
    static final List<String> NO_TOKENS =
            List.of("", "Bearer", "Bearer x.y.z", "Basic YWRtaW46YWRtaW4=", "Bearer eyJhbGciOiJub25lIn0.e30.");

    private final JsonNode document;
    private final Operation operation;
    private final Subjects subjects;
    private final boolean refusesForeigners;
    private final Random chance;
    private final int number;
    private final String run;
    private final int series;
    private final List<Request> requests = new ArrayList<>();

    /// Values for the parameters and fields of an operation; other ones of the same kind for each turn.
    interface Subjects {
        Map<String, String> known(Operation operation, Caller caller, int turn);
    }

    /// @param run four letters or digits, by which marks of this run are known
    /// @param series the operation's number
    RequestPlan(
            JsonNode document,
            Operation operation,
            Subjects subjects,
            Elsewhere elsewhere,
            Extent extent,
            String run,
            int series) {
        this.document = document;
        this.operation = operation;
        this.subjects = subjects;
        this.refusesForeigners = elsewhere.refuses(operation.id());
        this.chance = new Random(31L * extent.seed() + operation.id().hashCode());
        this.number = extent.requests();
        this.run = run;
        this.series = series;
    }

    /// So many requests, in an order of their own.
    List<Request> requests() {
        List<Caller> allowed = Caller.with(operation.roles(), Caller.HOME);
        Caller first = allowed.isEmpty() ? Caller.HOME.getFirst() : allowed.getFirst();
        boolean open = operation.roles().isEmpty();
        if (!open) {
            Attack usual = attacks(first, 0).usual();
            NO_TOKENS.forEach(token -> add(Kind.STRANGER, null, refused(usual, "token «" + token + "»", token)));
            Caller.without(operation.roles(), Caller.HOME)
                    .forEach(caller -> add(Kind.ROLE, caller, refused(usual, "role " + caller.role(), "")));
            if (refusesForeigners && (operation.path().contains("{") || operation.writes())) {
                Caller.with(operation.roles(), Caller.FOREIGN)
                        .forEach(caller -> add(Kind.FOREIGN, caller, refused(usual, "unit " + caller.unit(), "")));
            }
        }
        allowed.forEach(
                caller -> add(Kind.VALID, caller, draft(attacks(caller, 0).usual())));
        if (allowed.isEmpty()) {
            add(Kind.VALID, null, draft(attacks(first, 0).usual()));
        }
        fill(number - requests.size(), open ? null : first, first);
        return List.copyOf(requests);
    }

    private void fill(int rest, @Nullable Caller caller, Caller known) {
        List<List<Draft>> limits = new ArrayList<>();
        List<List<Draft>> hostile = new ArrayList<>();
        List<Boundaries> boundaries = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            boundaries.add(boundaries(known, turn));
            limits.add(boundaries.getLast().drafts());
            hostile.add(attacks(known, turn).drafts());
        }
        int atLimits = Math.min((int) (rest * BOUNDARY_SHARE), limits.getFirst().size());
        int beyond = Math.min(
                rest - atLimits - (int) (rest * VALID_SHARE), hostile.getFirst().size());
        chosen(limits, atLimits).forEach(draft -> add(Kind.BOUNDARY, caller, draft));
        chosen(hostile, beyond).forEach(draft -> add(Kind.HOSTILE, caller, draft));
        for (int i = atLimits + beyond; i < rest; i++) {
            add(Kind.VALID, caller, draft(boundaries.get(i % TURNS).combination(chance)));
        }
    }

    private List<Draft> chosen(List<List<Draft>> byTurn, int number) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < byTurn.getFirst().size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, chance);
        return order.subList(0, number).stream()
                .map(i -> {
                    List<Draft> drafts = byTurn.get(i % TURNS);
                    return drafts.get(Math.min(i, drafts.size() - 1));
                })
                .toList();
    }

    private void add(Kind kind, @Nullable Caller caller, Draft draft) {
        requests.add(new Request(operation, requests.size(), kind, caller, draft));
    }

    private Attacks attacks(Caller caller, int turn) {
        Map<String, String> known = subjects.known(operation, caller, turn);
        return new Attacks(new Contract(document, known), operation, known, null, marks(turn), Door.GATEWAY);
    }

    private Boundaries boundaries(Caller caller, int turn) {
        Map<String, String> known = subjects.known(operation, caller, turn);
        return new Boundaries(new Contract(document, known), operation, known, null, marks(TURNS + turn), Door.GATEWAY);
    }

    private Marks marks(int turn) {
        return new Marks(run, series * 2 * TURNS + turn);
    }

    private static Draft draft(Attack attack) {
        return new Draft(attack.what(), attack.refused(), () -> attack);
    }

    /// The usual request as one sends it who may not.
    private static Draft refused(Attack usual, String what, String token) {
        Attack attack = token.isEmpty() ? usual : usual.with("Authorization", token);
        Attack named = new Attack(what, attack.bytes(), true, false, false, "", "");
        return new Draft(what, true, () -> named);
    }
}
