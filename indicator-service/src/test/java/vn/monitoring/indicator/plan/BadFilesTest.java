package vn.monitoring.indicator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.monitoring.indicator.Problems.assertProblem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.indicator.Callers;
import vn.monitoring.kit.testing.PlatformTestResource;
import vn.monitoring.kit.testing.TestDatabase;

/// Files that are no plan: each gets its own problem and leaves nothing behind.
@QuarkusTest
@QuarkusTestResource(PlatformTestResource.class)
class BadFilesTest {

    /// Signature of a compound file: an old .xls, and an .xlsx under a password.
    private static final byte[] COMPOUND = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private static final String ROW = "1,Tỷ lệ hồ sơ TTHC xử lý trực tuyến,%,70%,85%,\n";

    @BeforeEach
    void units() {
        Callers.emptyDatabase();
        SamplePlans.importUnits();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(TestDatabase.shared().ask("select count(*) from plan where number <> '15/KH-UBND'"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({"leer.xlsx", "leer.csv"})
    void anEmptyFile(String name) {
        Response answer = send(name, new byte[0]);

        assertThat(answer.statusCode()).as(answer.asString()).isIn(400, 415, 422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        nothingStored();
    }

    @Test
    void aWebPageOrAnOldWorkbookByANewName() {
        byte[] page =
                "<html><body><table><tr><td>Chỉ tiêu</td></tr></table></body></html>".getBytes(StandardCharsets.UTF_8);

        assertProblem(send("ke-hoach.xlsx", page), 415, "NOT_A_WORKBOOK");
        assertProblem(send("ke-hoach.xlsx", COMPOUND), 415, "NOT_A_WORKBOOK");
        assertProblem(send("ke-hoach.xls", COMPOUND), 415, "NOT_A_WORKBOOK");
        assertProblem(send("ke-hoach.csv", page), 422, "HEADER_MISSING");
        nothingStored();
    }

    @Test
    void aWorkbookUnderAPasswordIsToldWhatToDo() {
        Response answer = send("mat-khau.xlsx", COMPOUND);

        assertProblem(answer, 415, "NOT_A_WORKBOOK");
        assertThat(answer.jsonPath().getString("detail")).contains("mật khẩu");
        nothingStored();
    }

    @Test
    void anArchiveThatUnpacksWithoutEnd() {
        byte[] bomb = zip("xl/workbook.xml", 300 << 20);
        assertThat(bomb.length).isLessThan(2 << 20);

        assertProblem(send("bom.xlsx", bomb), 413, "WORKBOOK_TOO_LARGE");
        assertProblem(send("word.xlsx", zip("word/document.xml", 100)), 415, "NOT_A_WORKBOOK");
        nothingStored();
    }

    @Test
    void aSheetOfAHundredThousandRows() {
        assertProblem(send("dai.csv", header() + ROW.repeat(100_000)), 413, "WORKBOOK_TOO_LARGE");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Chỉ tiêu");
            for (int line = 0; line < 100_000; line++) {
                sheet.value(line, 0, line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertProblem(send("dai.xlsx", bytes.toByteArray()), 413, "WORKBOOK_TOO_LARGE");
        nothingStored();
    }

    @Test
    void anotherTableThanOfIndicators() {
        assertProblem(send("khac.csv", "STT,Họ tên,Chức vụ\n1,A,B\n"), 422, "HEADER_MISSING");
        assertProblem(send("trong.csv", header()), 422, "TABLE_EMPTY");
        assertProblem(send("khac.xlsx", OtherWorkbook.withSheet("Nhiệm vụ")), 422, "SHEET_MISSING");
        nothingStored();
    }

    @Test
    void eightImportsOfOnePlanAtOnceMakeOnePlan() {
        List<Response> answers = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> SamplePlans.importLines(ROW, "")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers.stream()
                        .map(answer -> answer.jsonPath().getString("planId"))
                        .distinct())
                .hasSize(1);
        assertThat(answers.stream()
                        .filter(answer ->
                                answer.jsonPath().getString("rows[0].change").equals("CREATED")))
                .hasSize(1);
        assertThat(TestDatabase.shared().ask("select count(*) from plan")).isEqualTo("1");
        assertThat(TestDatabase.shared().ask("select count(*) from indicator")).isEqualTo("1");
        assertThat(TestDatabase.shared().ask("select count(*) from target")).isEqualTo("2");
    }

    private static String header() {
        return "STT,Chỉ tiêu,Đơn vị tính,Năm 2026,Năm 2030,Cơ quan chủ trì\n";
    }

    private static void nothingStored() {
        assertThat(TestDatabase.shared().ask("select count(*) from plan")).isEqualTo("0");
        assertThat(TestDatabase.shared().ask("select count(*) from indicator")).isEqualTo("0");
    }

    private static Response send(String name, String content) {
        return send(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static Response send(String name, byte[] content) {
        return SamplePlans.send(
                "standing-body",
                "10675",
                name,
                content,
                SamplePlans.smallHeader().toString(),
                "");
    }

    private static byte[] zip(String entry, int size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry(entry));
            byte[] block = new byte[1 << 20];
            for (int written = 0; written < size; written += block.length) {
                archive.write(block, 0, Math.min(block.length, size - written));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
