package vn.monitoring.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.response.Response;

/// One of two communes of different provinces that have a row each in every table of a service, for finding out
/// what the one is shown of the other.
///
/// @param letter begins the ids of its rows
/// @param mark   stands in its texts
public record ShieldedUnit(String province, String commune, String letter, String mark) {

    public static final ShieldedUnit KINH_MON = new ShieldedUnit("31", "10675", "a", "of Kinh Môn");
    public static final ShieldedUnit DA_MAI = new ShieldedUnit("24", "07228", "b", "of Đa Mai");

    private static final int IDS = 9;

    /// The id of a row: `{id1}` to `{id9}` in templates.
    public String id(int number) {
        return "%s0000000-0000-4000-8000-%012d".formatted(letter, number);
    }

    /// SQL or a path with `{unit}`, `{province}`, `{mark}` and ids for this commune.
    public String write(String template) {
        String written = template.replace("{province}", province)
                .replace("{unit}", commune)
                .replace("{mark}", mark);
        for (int number = 1; number <= IDS; number++) {
            written = written.replace("{id" + number + "}", id(number));
        }
        return written;
    }

    /// Asks with a role for what is another's: nothing of it may come. What names one row by its id is not there, or
    /// an empty list. The same of its own must come, else the question was wrong.
    public void assertSeesNothingOf(ShieldedUnit other, String role, String read) {
        Response answer = ask(role, other.write(read));
        assertThat(answer.statusCode()).as(read + " " + answer.asString()).isIn(200, 404);
        String body = answer.asString();
        assertThat(body).as(read).doesNotContain(other.mark());
        if (answer.statusCode() == 200) {
            assertThat(body).as(read).doesNotContain(other.letter() + "0000000-0000");
            if (read.contains("{id")) {
                assertThat(body.replace(" ", "")).as(read).containsAnyOf("\"items\":[]", "[]");
            }
        }
        Response own = ask(role, write(read));
        assertThat(own.statusCode()).as(read + " " + own.asString()).isEqualTo(200);
    }

    public Response ask(String role, String path) {
        return RestAssured.given()
                .auth()
                .oauth2(Tokens.as(role + "-" + commune)
                        .roles(role)
                        .units(commune)
                        .token())
                .header("Accept", "*/*")
                .get(path);
    }
}
