package vn.monitoring.task.calendarfeed;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VToDo;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Completed;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Due;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.PercentComplete;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.calendar.VietnamCalendar;
import vn.monitoring.task.task.TaskStatus;

/// Writes deadlines as an iCalendar document (RFC 5545, RFC 7986): all-day entries of the last day in time, with UIDs
/// that stay and a SEQUENCE that follows the task's version, so that a change moves the entry it made before.
final class TaskCalendar {

    /// What a deadline becomes.
    enum Component {
        /// VEVENT: what every calendar program shows.
        EVENT,
        /// VTODO: for programs with task lists; knows percent and completion.
        TODO;

        /// By this name a parameter of a request becomes a kind of entry.
        /// @throws IllegalArgumentException for any other word
        public static Component fromString(String name) {
            for (Component component : values()) {
                if (component.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return component;
                }
            }
            throw new IllegalArgumentException("not a kind of entry: " + name);
        }
    }

    /// A line holds 75 octets; the library counts letters, of which Vietnamese ones take up to three.
    private static final int FOLD_LETTERS = 24;

    private static final Duration REFRESH = Duration.ofHours(1);

    private TaskCalendar() {}

    static String write(String name, List<DueTask> tasks, Component component) {
        List<CalendarComponent> entries = new ArrayList<>(tasks.size());
        for (DueTask task : tasks) {
            entries.add(
                    switch (component) {
                        case EVENT -> event(task);
                        case TODO -> todo(task);
                    });
        }
        Calendar calendar = new Calendar(
                new PropertyList(List.of(
                        new ProdId("-//Resolution 57 monitoring//task-service//VI"),
                        ImmutableVersion.VERSION_2_0,
                        ImmutableCalScale.GREGORIAN,
                        new Name(name),
                        new XProperty("X-WR-CALNAME", name),
                        new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH),
                        new XProperty("X-PUBLISHED-TTL", REFRESH.toString()))),
                new ComponentList<>(entries));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false, FOLD_LETTERS).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static VEvent event(DueTask task) {
        List<Property> properties = common(task);
        properties.add(new DtStart<>(task.dueOn()));
        properties.add(ImmutableTransp.TRANSPARENT);
        properties.add(eventStatus(task.status()));
        return new VEvent(new PropertyList(properties));
    }

    private static VToDo todo(DueTask task) {
        List<Property> properties = common(task);
        properties.add(new Due<>(new ParameterList(List.of(Value.DATE)), task.dueOn()));
        properties.add(todoStatus(task));
        if (task.done() && task.doneOn() != null) {
            properties.add(new Completed(startOf(task.doneOn())));
        }
        Integer percent = task.done() ? Integer.valueOf(100) : task.period() == null ? task.percent() : null;
        if (percent != null) {
            properties.add(new PercentComplete(percent));
        }
        return new VToDo(new PropertyList(properties));
    }

    private static List<Property> common(DueTask task) {
        List<Property> properties = new ArrayList<>();
        String period = task.period() == null ? "" : ":" + task.period();
        properties.add(new Uid("urn:uuid:" + task.taskId() + period));
        properties.add(new DtStamp(task.changedAt()));
        properties.add(new Sequence(Math.toIntExact(task.version())));
        properties.add(new Summary(summary(task)));
        properties.add(new Description(description(task)));
        if (task.group() != null) {
            properties.add(new Categories(new net.fortuna.ical4j.model.TextList(task.group())));
        }
        return properties;
    }

    private static String summary(DueTask task) {
        String title = task.title() == null ? "Nhiệm vụ " + task.number() : task.title();
        String period = task.period() == null ? "" : " (" + task.period() + ")";
        return (task.done() ? "✓ " : "") + title + period;
    }

    private static String description(DueTask task) {
        List<String> lines = new ArrayList<>();
        lines.add("Số thứ tự: " + task.number());
        lines.add("Chủ trì: " + task.unitName());
        add(lines, "Chỉ đạo: ", task.directorPosition());
        add(lines, "Sản phẩm: ", task.deliverable());
        lines.add("Trạng thái: " + task.status().vi());
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String heading, @Nullable String text) {
        if (text != null) {
            lines.add(heading + text);
        }
    }

    private static Status eventStatus(TaskStatus status) {
        return switch (status) {
            case DRAFT -> ImmutableStatus.VEVENT_TENTATIVE;
            case CANCELLED, SUPERSEDED -> ImmutableStatus.VEVENT_CANCELLED;
            case ASSIGNED, ACCEPTED, IN_PROGRESS, SUBMITTED, RETURNED, COMPLETED, PAUSED ->
                ImmutableStatus.VEVENT_CONFIRMED;
        };
    }

    private static Status todoStatus(DueTask task) {
        if (task.done()) {
            return ImmutableStatus.VTODO_COMPLETED;
        }
        return switch (task.status()) {
            case CANCELLED, SUPERSEDED -> ImmutableStatus.VTODO_CANCELLED;
            case IN_PROGRESS, SUBMITTED, RETURNED -> ImmutableStatus.VTODO_IN_PROCESS;
            case DRAFT, ASSIGNED, ACCEPTED, PAUSED, COMPLETED -> ImmutableStatus.VTODO_NEEDS_ACTION;
        };
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(VietnamCalendar.ZONE).toInstant();
    }
}
