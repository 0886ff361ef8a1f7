package vn.monitoring.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestDatabase;
import vn.monitoring.kit.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class BodyFirstTest {

    private static byte[] note(int number) {
        return "{\"unitCode\":\"10675\",\"content\":\"từng phần một %02d\"}"
                .formatted(number)
                .getBytes(StandardCharsets.UTF_8);
    }

    @BeforeEach
    void units() {
        TestDatabase.shared().truncateAll();
        TestDatabase.shared()
                .execute(
                        "insert into unit (code, path, type, name, version) values ('10675', '10675', 'COMMUNE_PHUONG', 'Kinh Môn', 1)");
    }

    @Test
    void slowBodiesKeepNobodyElseWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            slow.add(begin(note(i), 10));
        }

        assertThat(post("at once")).isEqualTo(201);

        for (int i = 0; i < slow.size(); i++) {
            assertThat(finish(slow.get(i), note(i), 10)).isEqualTo("HTTP/1.1 201 Created");
        }
        assertThat(notes()).isEqualTo("65");
    }

    @Test
    void aBodyThatIsCutOffWritesNothing() throws IOException {
        for (int i = 0; i < 8; i++) {
            begin(note(i), 20).close();
        }

        assertThat(post("after them")).isEqualTo(201);
        assertThat(notes()).isEqualTo("1");
    }

    @Test
    void longAndEmptyBodiesAreReadToo() {
        assertThat(post("x".repeat(100_000))).isEqualTo(201);
        assertThat(RestAssured.given()
                        .header("Authorization", "Bearer " + token())
                        .contentType("application/json")
                        .post("/notes")
                        .statusCode())
                .isEqualTo(400);
    }

    private Socket begin(byte[] note, int sent) throws IOException {
        Socket socket = new Socket("127.0.0.1", RestAssured.port);
        OutputStream out = socket.getOutputStream();
        out.write("""
                POST /notes HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(token(), note.length).getBytes(StandardCharsets.US_ASCII));
        out.write(note, 0, sent);
        out.flush();
        return socket;
    }

    private static String finish(Socket socket, byte[] note, int from) throws IOException {
        try (socket;
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            socket.getOutputStream().write(note, from, note.length - from);
            socket.getOutputStream().flush();
            return answer.readLine();
        }
    }

    private static int post(String content) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token())
                .contentType("application/json")
                .body("{\"unitCode\":\"10675\",\"content\":\"%s\"}".formatted(content))
                .post("/notes")
                .statusCode();
    }

    private static String token() {
        return Tokens.as("reporter-1").roles("reporter").units("10675").token();
    }

    private static @Nullable String notes() {
        return TestDatabase.shared().ask("select count(*) from note");
    }
}
