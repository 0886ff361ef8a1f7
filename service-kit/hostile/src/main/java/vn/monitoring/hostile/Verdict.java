package vn.monitoring.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.monitoring.hostile.Wire.Answer;

/// Says of an answer whether it is one that a request may get: each method gives what is wrong in a few words, or an
/// empty text.
public final class Verdict {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final List<String> MEMBERS = List.of("type", "title", "detail", "instance", "code", "traceId");
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|\\tat |\\bat (vn|org|io|com|java)\\.|org\\.(postgresql|hibernate|jboss)|java\\.(lang|util|sql)\\.|vn\\.monitoring\\.|SQLSTATE");

    /// What the rules of HTTP answer before any operation is reached: too slow, too long an address, too large a head.
    private static final Set<Integer> BEFORE_OPERATIONS = Set.of(408, 414, 431);

    private static final int NOT_IMPLEMENTED = 501;
    private static final int LONGEST_QUOTE = 220;

    private Verdict() {}

    /// Whether the request was answered as any may be: in time, never with a failure, if refused then by a problem, and
    /// not taken when it must be refused.
    public static String onAnswer(Attack attack, Answer answer) {
        if (answer.status() == -1) {
            return "no answer in time";
        }
        if (answer.took().compareTo(LONGEST) > 0) {
            return "an answer only after " + answer.took();
        }
        if (isBare(attack, answer)) {
            return "";
        }
        if (answer.status() == 0) {
            return "the connection ended without an answer";
        }
        if (answer.status() >= 500 && answer.status() != NOT_IMPLEMENTED) {
            return answer.status() + " " + shortened(answer.text());
        }
        if (answer.status() >= 400) {
            return onProblem(answer);
        }
        if (attack.refused() && !(answer.status() == 207 && everyRowRefused(answer))) {
            return "taken: " + answer.status() + " " + shortened(answer.text());
        }
        return onText(attack, answer);
    }

    /// Whether the status is one that the operation's document names.
    public static String onStatus(Attack attack, Answer answer, Set<Integer> documented) {
        if (answer.status() <= 0
                || isBare(attack, answer)
                || attack.elsewhere()
                || BEFORE_OPERATIONS.contains(answer.status())
                || documented.contains(answer.status())) {
            return "";
        }
        return "%d is not documented: %s".formatted(answer.status(), shortened(answer.text()));
    }

    private static boolean isBare(Attack attack, Answer answer) {
        return attack.bare() && answer.body().length == 0 && answer.status() < 500 && answer.status() % 400 < 100;
    }

    /// Whether a refusal is a whole problem (RFC 9457) that tells nothing of the inside.
    public static String onProblem(Answer answer) {
        if (!answer.header("content-type").startsWith("application/problem+json")) {
            return "%d without a problem: %s %s"
                    .formatted(answer.status(), answer.header("content-type"), shortened(answer.text()));
        }
        try {
            JsonNode problem = JSON.readTree(answer.body());
            for (String member : MEMBERS) {
                if (problem.path(member).asText().isBlank()) {
                    return "%d with a problem without %s: %s"
                            .formatted(answer.status(), member, shortened(answer.text()));
                }
            }
            if (problem.path("status").asInt() != answer.status()) {
                return "%d with a problem that says another status: %s"
                        .formatted(answer.status(), shortened(answer.text()));
            }
        } catch (IOException noJson) {
            return answer.status() + " with a problem that is no JSON: " + shortened(answer.text());
        }
        if (answer.status() == 401 && answer.header("www-authenticate").isEmpty()) {
            return "401 without WWW-Authenticate";
        }
        if (answer.status() == 405 && answer.header("allow").isEmpty()) {
            return "405 without Allow";
        }
        return INSIDE.matcher(answer.text()).find()
                ? answer.status() + " tells the inside: " + shortened(answer.text())
                : "";
    }

    /// Whether a problem speaks the language that was asked for: titles in Vietnamese have letters of their own, those
    /// in English have none of them.
    public static String onLanguage(Answer answer, boolean english) {
        if (answer.status() < 400 || !answer.header("content-type").startsWith("application/problem+json")) {
            return "";
        }
        try {
            String title = JSON.readTree(answer.body()).path("title").asText();
            boolean vietnamese = title.chars().anyMatch(c -> c > 0x7f && Character.isLetter(c));
            return vietnamese == english ? "a title in the other language: " + title : "";
        } catch (IOException noJson) {
            return "";
        }
    }

    private static boolean everyRowRefused(Answer answer) {
        try {
            for (JsonNode row : JSON.readTree(answer.body()).path("results")) {
                if (row.path("status").asInt() < 400 || row.path("status").asInt() >= 500) {
                    return false;
                }
            }
            return true;
        } catch (IOException noJson) {
            return false;
        }
    }

    /// Whether a text that was taken stands in an answer as it was sent, but for spaces and the form of its accents.
    public static String onText(Attack attack, Answer answer) {
        if (answer.header("set-cookie").startsWith("a=b")) {
            return "a header was injected";
        }
        if (attack.sent().isEmpty() || !answer.header("content-type").startsWith("application/json")) {
            return "";
        }
        try {
            List<String> texts = new ArrayList<>();
            collect(JSON.readTree(answer.body()), attack.mark(), texts);
            for (String text : texts) {
                if (!plain(text).contains(plain(attack.sent()))) {
                    return "came back as " + shortened(text);
                }
            }
            return "";
        } catch (IOException noJson) {
            return "an answer that is no JSON: " + shortened(answer.text());
        }
    }

    private static void collect(JsonNode node, String mark, List<String> texts) {
        if (node.isTextual() && node.asText().contains(mark)) {
            texts.add(node.asText());
        }
        node.forEach(child -> collect(child, mark, texts));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\s+", " ")
                .strip();
    }

    /// One line of a text, for a report.
    public static String shortened(String text) {
        String line = text.replaceAll("[\\p{Cntrl}]+", " ");
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
    }
}
