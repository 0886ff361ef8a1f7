package vn.monitoring.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.jboss.resteasy.reactive.common.util.MultivaluedTreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

class DatabaseRefusalTest {

    private static UriInfo uri(String... parameters) {
        MultivaluedTreeMap<String, String> query = new MultivaluedTreeMap<>();
        for (String parameter : parameters) {
            query.add(parameter, "x");
        }
        return (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (proxy, method, arguments) -> query);
    }

    private static String code(Throwable failure, UriInfo uri) {
        return DatabaseRefusal.of(failure, uri)
                .map(problem -> problem.type().code())
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        // a server that is away, ends, has no room, or gave a transaction up for another one
        "08001, UNAVAILABLE",
        "08003, UNAVAILABLE",
        "08006, UNAVAILABLE",
        "57P01, UNAVAILABLE",
        "57P02, UNAVAILABLE",
        "57P03, UNAVAILABLE",
        "53300, UNAVAILABLE",
        "40001, UNAVAILABLE",
        "40P01, UNAVAILABLE",
        "23505, CONFLICT",
        "22001, INVALID_VALUE",
        "22P02, INVALID_VALUE",
        "54000, INVALID_VALUE",
        // ours to mend
        "42601, none",
        "23503, none"
    })
    void tellsByTheState(String state, String code) {
        SQLException refusal = refused(state);
        assertThat(code(refusal, uri())).isEqualTo(code);
        assertThat(code(new IllegalStateException("cannot read rows", refusal), uri()))
                .isEqualTo(code);
        BatchUpdateException batch = new BatchUpdateException("batch", new int[0], refusal);
        assertThat(code(new IllegalStateException(batch), uri())).isEqualTo(code);
    }

    /// As the server sends it: fields of a letter and a text, each ended by a zero.
    private static SQLException refused(String state) {
        return new PSQLException(new ServerErrorMessage("SERROR\0C" + state + "\0Mrefused\0"));
    }

    @Test
    void takesAPoolWithoutConnectionsForAServerThatIsAway() {
        SQLException exhausted = new SQLException("Sorry, acquisition timeout!", new TimeoutException());
        SQLException tooLate = new SQLException(
                "Exception in association of connection to existing transaction",
                new SQLException(
                        "Failed to enlist. Check if a connection from another datasource is already enlisted"));
        assertThat(code(exhausted, uri())).isEqualTo("UNAVAILABLE");
        assertThat(code(new IllegalStateException("cannot read stored answers", tooLate), uri()))
                .isEqualTo("UNAVAILABLE");
    }

    @Test
    void namesAMadeUpCursor() {
        SQLException refusal = refused("22P02");
        assertThat(code(refusal, uri("cursor"))).isEqualTo("INVALID_REQUEST");
    }

    @Test
    void tellsWhoWasSlower() {
        assertThat(code(new IllegalStateException(new OptimisticLockException()), uri()))
                .isEqualTo("STALE");
    }

    @Test
    void leavesOtherFailuresAlone() {
        assertThat(code(new IllegalStateException("ours"), uri())).isEqualTo("none");
    }
}
