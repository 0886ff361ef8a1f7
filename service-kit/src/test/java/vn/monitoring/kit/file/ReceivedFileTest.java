package vn.monitoring.kit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.monitoring.kit.problem.KitProblem;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.problem.ProblemType;

class ReceivedFileTest {

    private static final byte[] PDF = "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};
    private static final Set<FileType> ALL = EnumSet.allOf(FileType.class);

    @TempDir
    Path folder;

    @Test
    void tellsTypeSizeAndHash() throws IOException {
        ReceivedFile file = check("../thư mục\\Kế hoạch \"2026\".PDF", PDF, ALL);

        assertThat(file.name()).isEqualTo("Kế hoạch 2026.PDF");
        assertThat(file.type()).isEqualTo(FileType.PDF);
        assertThat(file.size()).isEqualTo(PDF.length);
        assertThat(file.sha256()).isEqualTo("e877f98ea8d2168689795b56210b97301ca78f1768c4f3ec1097f84f8a4e4a23");
    }

    @ParameterizedTest
    @CsvSource({"docx, word/document.xml", "xlsx, xl/workbook.xml", "pptx, ppt/presentation.xml", "odt, content.xml"})
    void knowsOfficeDocumentsByWhatTheyHold(String extension, String entry) throws IOException {
        assertThat(check("a." + extension, zip("[Content_Types].xml", entry), ALL)
                        .type()
                        .extension())
                .isEqualTo(extension);
    }

    @Test
    void takesPicturesByBothExtensions() throws IOException {
        assertThat(check("a.png", PNG, ALL).type()).isEqualTo(FileType.PNG);
        assertThat(check("a.jpg", JPEG, ALL).type()).isEqualTo(FileType.JPEG);
        assertThat(check("a.JPEG", JPEG, ALL).type()).isEqualTo(FileType.JPEG);
    }

    @Test
    void refusesWhatIsNotWhatItsNameSays() throws IOException {
        assertRefused("a.pdf", PNG);
        assertRefused("a.pdf", new byte[0]);
        assertRefused("a.docx", PDF);
        assertRefused("a.docx", zip("xl/workbook.xml"));
        assertRefused("a.docx", new byte[] {'P', 'K', 3, 4, 0, 0});
        assertRefused("a.exe", new byte[] {'M', 'Z'});
        assertRefused("pdf", PDF);
        assertRefused("a.zip", zip("a.pdf"));
    }

    @Test
    void refusesDocumentsWithMacros() throws IOException {
        assertRefused("a.xlsx", zip("xl/workbook.xml", "xl/vbaProject.bin"));
        assertRefused("a.docx", zip("word/document.xml", "word/vbaProject.bin"));
    }

    @Test
    void refusesTypesThatAreNotAllowedHere() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> check("a.png", PNG, EnumSet.of(FileType.PDF, FileType.JPEG)))
                .satisfies(problem -> {
                    assertType(problem, FileProblem.FILE_TYPE_REFUSED);
                    assertThat(problem.detail().vi()).contains("pdf, jpg, jpeg");
                });
    }

    @Test
    void refusesOneByteTooMany() throws IOException {
        assertThat(check("a.pdf", Arrays.copyOf(PDF, 25 << 20), ALL).size()).isEqualTo(25 << 20);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> check("a.pdf", Arrays.copyOf(PDF, (25 << 20) + 1), ALL))
                .satisfies(problem -> assertType(problem, FileProblem.FILE_TOO_LARGE));
    }

    @Test
    void refusesNamesThatAreNone() {
        for (String name : new String[] {"", "thư mục/", "x".repeat(252) + ".pdf"}) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> check(name, PDF, ALL))
                    .satisfies(problem -> assertType(problem, KitProblem.INVALID_REQUEST));
        }
    }

    private void assertRefused(String name, byte[] content) {
        assertThatExceptionOfType(Problem.class)
                .as(name)
                .isThrownBy(() -> check(name, content, ALL))
                .satisfies(problem -> assertType(problem, FileProblem.FILE_TYPE_REFUSED));
    }

    private static void assertType(Problem problem, ProblemType type) {
        assertThat(problem.type()).isEqualTo(type);
    }

    private ReceivedFile check(String name, byte[] content, Set<FileType> allowed) throws IOException {
        return ReceivedFile.check(name, Files.write(folder.resolve("upload"), content), allowed);
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(1);
            }
        }
        return out.toByteArray();
    }
}
