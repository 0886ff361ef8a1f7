package vn.monitoring.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.hostile.Wire.Answer;

class VerdictTest {

    private static final String PROBLEM = """
            {"type":"urn:problem:not-found","title":"Không tìm thấy","status":404,"detail":"Hãy kiểm tra lại.",
             "instance":"/x","code":"NOT_FOUND","traceId":"1"}""";

    private static final Attack HARMLESS = attack(false, false, "");

    @Test
    void letsAWholeProblemPass() {
        assertThat(Verdict.onAnswer(HARMLESS, problem(404, PROBLEM))).isEmpty();
    }

    @Test
    void refusesFailures() {
        assertThat(Verdict.onAnswer(HARMLESS, problem(500, PROBLEM.replace("404", "500"))))
                .startsWith("500");
        assertThat(Verdict.onAnswer(HARMLESS, problem(503, PROBLEM.replace("404", "503"))))
                .startsWith("503");
    }

    @Test
    void refusesSilence() {
        assertThat(Verdict.onAnswer(HARMLESS, new Answer(-1, Map.of(), new byte[0], Duration.ofSeconds(30))))
                .isEqualTo("no answer in time");
        assertThat(Verdict.onAnswer(HARMLESS, answer(0, Map.of(), "")))
                .isEqualTo("the connection ended without an answer");
        assertThat(Verdict.onAnswer(HARMLESS, new Answer(200, Map.of(), new byte[0], Duration.ofSeconds(16))))
                .startsWith("an answer only after");
    }

    @Test
    void letsWhatIsNoRequestGoWithoutAProblem() {
        assertThat(Verdict.onAnswer(attack(true, true, ""), answer(400, Map.of(), "")))
                .isEmpty();
        assertThat(Verdict.onAnswer(HARMLESS, answer(400, Map.of(), ""))).startsWith("400 without a problem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "title", "detail", "instance", "code", "traceId"})
    void refusesAProblemWithoutAMember(String member) {
        assertThat(Verdict.onAnswer(HARMLESS, problem(404, PROBLEM.replace('"' + member + '"', "\"other\""))))
                .startsWith("404 with a problem without " + member);
    }

    @Test
    void refusesAProblemOfAnotherStatus() {
        assertThat(Verdict.onAnswer(HARMLESS, problem(400, PROBLEM))).contains("says another status");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.IllegalStateException",
                "\\tat x",
                "org.postgresql.util.PSQLState",
                "SQLSTATE 22P02",
                "vn.monitoring.kit.Problem"
            })
    void refusesWordsFromTheInside(String inside) {
        String told = PROBLEM.replace("Hãy kiểm tra lại.", inside.replace("\\t", "\t"));
        assertThat(Verdict.onAnswer(HARMLESS, problem(404, told))).isNotEmpty();
    }

    @Test
    void refusesA401AndA405WithoutTheirHeaders() {
        assertThat(Verdict.onAnswer(HARMLESS, problem(401, PROBLEM.replace("404", "401"))))
                .isEqualTo("401 without WWW-Authenticate");
        assertThat(Verdict.onAnswer(HARMLESS, problem(405, PROBLEM.replace("404", "405"))))
                .isEqualTo("405 without Allow");
    }

    @Test
    void refusesThatTheRefusedIsTaken() {
        assertThat(Verdict.onAnswer(attack(true, false, ""), json(201, "{}"))).startsWith("taken: 201");
        assertThat(Verdict.onAnswer(attack(true, false, ""), json(207, "{\"results\":[{\"status\":422}]}")))
                .isEmpty();
        assertThat(Verdict.onAnswer(attack(true, false, ""), json(207, "{\"results\":[{\"status\":201}]}")))
                .startsWith("taken: 207");
    }

    @Test
    void refusesATextThatCameBackChanged() {
        Attack attack = attack(false, false, "hxmark <b>");
        assertThat(Verdict.onAnswer(attack, json(201, "{\"note\":\"hxmark <b>\"}")))
                .isEmpty();
        assertThat(Verdict.onAnswer(attack, json(201, "{\"note\":\"hxmark &lt;b&gt;\"}")))
                .startsWith("came back as");
        assertThat(Verdict.onText(attack, answer(200, Map.of("set-cookie", "a=b; x"), "")))
                .isEqualTo("a header was injected");
    }

    @Test
    void refusesWhatTheDocumentDoesNotName() {
        Set<Integer> documented = Set.of(200, 404);
        assertThat(Verdict.onStatus(HARMLESS, problem(404, PROBLEM), documented))
                .isEmpty();
        assertThat(Verdict.onStatus(HARMLESS, problem(409, PROBLEM), documented))
                .startsWith("409 is not documented");
        assertThat(Verdict.onStatus(HARMLESS, answer(414, Map.of(), ""), documented))
                .isEmpty();
        Attack past = new Attack("address", new byte[0], false, false, true, "", "");
        assertThat(Verdict.onStatus(past, problem(405, PROBLEM), documented)).isEmpty();
    }

    @Test
    void refusesTheOtherLanguage() {
        assertThat(Verdict.onLanguage(problem(404, PROBLEM), false)).isEmpty();
        assertThat(Verdict.onLanguage(problem(404, PROBLEM), true)).contains("Không tìm thấy");
        assertThat(Verdict.onLanguage(problem(404, PROBLEM.replace("Không tìm thấy", "Not found")), false))
                .contains("Not found");
    }

    private static Attack attack(boolean refused, boolean bare, String sent) {
        return new Attack("x", new byte[0], refused, bare, false, sent.isEmpty() ? "" : "hxmark", sent);
    }

    private static Answer problem(int status, String body) {
        return answer(status, Map.of("content-type", "application/problem+json"), body);
    }

    private static Answer json(int status, String body) {
        return answer(status, Map.of("content-type", "application/json"), body);
    }

    private static Answer answer(int status, Map<String, String> headers, String body) {
        return new Answer(status, new HashMap<>(headers), body.getBytes(StandardCharsets.UTF_8), Duration.ofMillis(5));
    }
}
