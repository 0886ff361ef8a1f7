package vn.monitoring.kit.problem;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.UriInfo;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import vn.monitoring.kit.web.Cursor;

/// What a caller is told when the database did not do what it was asked to.
final class DatabaseRefusal {

    private static final Logger LOG = Logger.getLogger(DatabaseRefusal.class);
    private static final String UNIQUE_VIOLATION = "23505";
    /// Class 22 of SQL states is data that does not fit; 54000 is a text longer than any row of an index.
    private static final String DATA_EXCEPTION = "22";
    private static final String PROGRAM_LIMIT = "54000";
    /// What cannot be read as the type that it is compared with.
    private static final Set<String> UNREADABLE_VALUE = Set.of("22P02", "22007", "22008", "22003");
    /// Where PostgreSQL refuses a row that its policies would not show to whoever writes it. The state of the
    /// error is that of a missing grant, too, and its text hangs on the server's language.
    private static final String ROW_SECURITY = "ExecWithCheckOptions";
    /// Class 08 is a connection that is not to be had or was lost, 53 a server that has no room, 57 one that ends
    /// or begins; 40 a transaction that was given up for another one's sake.
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

    private DatabaseRefusal() {}

    /// The problem behind a failure; empty when the database has no part in it, or in a way that nobody thought of.
    static Optional<Problem> of(Throwable failure, UriInfo uri) {
        if (Causes.find(failure, OptimisticLockException.class).isPresent()
                || Causes.find(failure, StaleStateException.class).isPresent()) {
            return Optional.of(ProblemMapper.stale());
        }
        // The driver's own exception lies behind those of batches and pools.
        return Causes.find(failure, PSQLException.class)
                .map(SQLException.class::cast)
                .or(() -> Causes.find(failure, SQLException.class))
                .flatMap(refusal -> ofState(refusal, uri));
    }

    private static Optional<Problem> ofState(SQLException refusal, UriInfo uri) {
        String state = String.valueOf(refusal.getSQLState());
        if (state.equals(UNIQUE_VIOLATION)) {
            LOG.infof("unique constraint refused a write: %s", refusal.getMessage());
            return Optional.of(new Problem(
                    KitProblem.CONFLICT,
                    "Dữ liệu này vừa được người khác ghi. Hãy tải lại rồi thử lại.",
                    "Somebody else has just written the same. Reload and try again."));
        }
        if (state.startsWith(DATA_EXCEPTION) || state.equals(PROGRAM_LIMIT)) {
            LOG.infof("the database refused a value (%s)", state);
            return Optional.of(unfit(state, uri));
        }
        if (refusal instanceof PSQLException driver && isOutOfSight(driver)) {
            LOG.warnf(
                    "row-level security refused a write that no check before it had refused: %s", refusal.getMessage());
            return Optional.of(Problem.notFound());
        }
        if (isPassing(refusal)) {
            LOG.warnf("the database is away: %s", refusal.getMessage());
            return Optional.of(away());
        }
        return Optional.empty();
    }

    private static boolean isOutOfSight(PSQLException refusal) {
        return refusal.getServerErrorMessage() instanceof ServerErrorMessage told
                && ROW_SECURITY.equals(told.getRoutine());
    }

    /// What does not come from the driver comes from the pool, without a state: it has no connection to give, or none
    /// for a transaction that has been given up meanwhile.
    private static boolean isPassing(SQLException refusal) {
        String state = refusal.getSQLState();
        return state == null
                ? !(refusal instanceof PSQLException)
                : state.length() > 2 && PASSING.contains(state.substring(0, 2));
    }

    /// A connection that is lost at the commit leaves open whether that was done.
    private static Problem away() {
        return new Problem(
                KitProblem.UNAVAILABLE,
                "Cơ sở dữ liệu tạm thời không trả lời. Hãy gửi lại sau ít giây, lệnh ghi thì với cùng Idempotency-Key.",
                "The database does not answer for the moment. Send the request again in a few seconds, a write with the same Idempotency-Key.");
    }

    /// The last net for values that every check before it let through. A cursor that was not handed out is the one
    /// value that reaches the database as it came.
    private static Problem unfit(String state, UriInfo uri) {
        if (UNREADABLE_VALUE.contains(state) && uri.getQueryParameters().containsKey("cursor")) {
            return Cursor.invalid();
        }
        return new Problem(
                KitProblem.INVALID_VALUE,
                "Một giá trị quá dài, quá lớn hoặc có ký tự không lưu được; chưa có gì được ghi. Hãy sửa rồi gửi lại.",
                "A value is too long, too large or has a character that cannot be stored; nothing was written. Correct it, then send again.");
    }
}
