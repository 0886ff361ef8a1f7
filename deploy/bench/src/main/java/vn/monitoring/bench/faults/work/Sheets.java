package vn.monitoring.bench.faults.work;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import vn.monitoring.bench.faults.work.Editor.Page;
import vn.monitoring.bench.faults.work.Editor.Sheet;
import vn.monitoring.bench.load.NationalAccounts;
import vn.monitoring.client.Json;
import vn.monitoring.client.Write;

/// The sheets that are edited: a figure, whose numerator counts the edits; the work of a task and the text of a
/// report's
/// section, to which each edit adds its marker.
final class Sheets {

    private static final int WHOLE = 1_000_000;
    private static final int LONGEST_WORK = 8_000;
    private static final int LONGEST_SECTION = 50_000;
    private static final int LONGEST_WORD = 100;

    private Sheets() {}

    /// A figure: each edit adds one to its numerator and leaves its marker as the note of its revision.
    record Figure(String subject) implements Sheet {

        private record Revision(long numerator, int denominator, LocalDate asOf, String note) {}

        @Override
        public String operation() {
            return "reviseMeasurement";
        }

        @Override
        public Optional<Page> read(Door door) {
            return page(
                    door.get(NationalAccounts.LOADER, path()),
                    (body, etag) -> new Page(
                            body.path("numerator").asLong() == WHOLE,
                            marker -> Write.put(
                                            path(),
                                            new Revision(
                                                    body.path("numerator").asLong() + 1,
                                                    WHOLE,
                                                    LocalDate.parse(
                                                            body.path("asOf").asText()),
                                                    marker))
                                    .ifMatch(etag)));
        }

        @Override
        public Optional<Boolean> has(Door door, String marker) {
            return FigureReporter.FigureNotes.has(door, subject, marker);
        }

        private String path() {
            return "/api/v1/measurements/" + subject;
        }
    }

    /// A draft of a task: each edit adds its marker to the text of the work.
    record TaskDraft(String subject) implements Sheet {

        private record Correction(String work) {}

        @Override
        public String operation() {
            return "correctTask";
        }

        @Override
        public Optional<Page> read(Door door) {
            return page(door.get(NationalAccounts.LOADER, path()), (body, etag) -> {
                String work = body.path("work").asText("");
                return new Page(
                        isFull(work, LONGEST_WORK),
                        marker -> new Write(
                                "PATCH",
                                path(),
                                "application/json",
                                Json.write(new Correction(added(work, marker))).getBytes(StandardCharsets.UTF_8),
                                null,
                                etag));
            });
        }

        @Override
        public Optional<Boolean> has(Door door, String marker) {
            Reply reply = door.get(NationalAccounts.LOADER, path());
            return reply.isDone()
                    ? Optional.of(contains(Json.tree(reply.text()).path("work").asText(""), marker))
                    : Optional.empty();
        }

        private String path() {
            return "/api/v1/tasks/" + subject;
        }
    }

    /// A section of a draft of a report: each edit adds its marker to its text.
    record Section(String subject, String key) implements Sheet {

        private record Text(String text) {}

        @Override
        public String operation() {
            return "editReportSection";
        }

        @Override
        public Optional<Page> read(Door door) {
            return page(
                    door.get(NationalAccounts.LOADER, path()),
                    (body, etag) -> new Page(
                            isFull(text(body), LONGEST_SECTION),
                            marker -> Write.put(path() + "/sections/" + key, new Text(added(text(body), marker)))
                                    .ifMatch(etag)));
        }

        @Override
        public Optional<Boolean> has(Door door, String marker) {
            Reply reply = door.get(NationalAccounts.LOADER, path());
            return reply.isDone() ? Optional.of(contains(text(Json.tree(reply.text())), marker)) : Optional.empty();
        }

        private String text(JsonNode report) {
            for (JsonNode section : report.path("sections")) {
                if (section.path("key").asText().equals(key)) {
                    return section.path("text").asText("");
                }
            }
            return "";
        }

        private String path() {
            return "/api/v1/reports/" + subject;
        }
    }

    private interface Reading {
        Page read(JsonNode body, String etag);
    }

    private static Optional<Page> page(Reply reply, Reading reading) {
        String etag = reply.etag();
        return reply.isDone() && etag != null
                ? Optional.of(reading.read(Json.tree(reply.text()), etag))
                : Optional.empty();
    }

    private static boolean isFull(String text, int longest) {
        return text.length() > longest - LONGEST_WORD;
    }

    private static String added(String text, String marker) {
        return text.isEmpty() ? RecordedWrite.wordOf(marker) : text + " " + RecordedWrite.wordOf(marker);
    }

    private static boolean contains(String text, String marker) {
        return (" " + text + " ").contains(" " + RecordedWrite.wordOf(marker) + " ");
    }
}
