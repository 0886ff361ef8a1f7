package vn.monitoring.task.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.sheet.Finding;
import vn.monitoring.kit.sheet.Table;
import vn.monitoring.kit.sheet.TableCell;
import vn.monitoring.kit.sheet.TableRow;
import vn.monitoring.kit.text.Vietnamese;
import vn.monitoring.task.task.TaskFacts;
import vn.monitoring.task.task.TaskKind;
import vn.monitoring.task.timing.Timing;
import vn.monitoring.task.timing.TimingFlag;
import vn.monitoring.task.timing.TimingKind;

/// Looks through one row for what a person should know (source: the anomalies of the four plans). Says it,
/// changes nothing. Misprints and broken cells are told by the reader of the table.
final class RowReview {

    private static final Pattern SHARE = Pattern.compile("\\d+(?:[.,]\\d+)?\\s*%");
    private static final Pattern YEAR = Pattern.compile("(?<![\\d/.-])(20[2-6]\\d)(?![\\d/])");
    private static final Pattern MEETING = Pattern.compile(
            "(?iu)(?:họp|giao ban|sơ kết|tổng kết).*?(?:0?6 tháng|h[ằà]ng (?:năm|quý|tháng|tuần)|định kỳ|tháng \\d+|quý [ivx]+)");
    private static final Pattern LIMIT = Pattern.compile("(?iu)trong (?:vòng )?\\d+ (?:giờ|ngày)");
    private static final Pattern EVERY = Pattern.compile("(?iu)(?<!\\p{L})h[ằà]ng (năm|quý|tháng)(?!\\p{L})");
    private static final Pattern WIDER = Pattern.compile(
            "(?iu)địa bàn (?:tỉnh|thành phố)|toàn (?:tỉnh|thành phố)|phạm vi (?:tỉnh|thành phố)|cả nước");
    private static final Pattern OWN_AGENCY = Pattern.compile(
            "(?iu)(?<!\\p{L})(công an|trạm y tế|ủy ban mttq|uỷ ban mttq|văn phòng đảng ủy) (?:phường|xã)(?!\\p{L})");
    private static final Map<String, Pattern> TOPICS = Map.of(
            "security",
                    Pattern.compile(
                            "(?iu)an ninh mạng|an ninh dữ liệu|an toàn thông tin|an toàn hệ thống|bí mật nhà nước|bảo mật"),
            "money", Pattern.compile("(?iu)tài chính|kinh phí|giải ngân|ngân sách"),
            "people", Pattern.compile("(?iu)nhân lực|đào tạo|bồi dưỡng|tập huấn"),
            "cooperation", Pattern.compile("(?iu)hợp tác"));

    private final Leads leads;
    private final @Nullable LocalDate issuedOn;
    private final boolean commune;
    private final Set<String> topicsOfGroups;

    RowReview(Table table, Leads leads, @Nullable LocalDate issuedOn, boolean commune) {
        this.leads = leads;
        this.issuedOn = issuedOn;
        this.commune = commune;
        this.topicsOfGroups = table.rows().stream()
                .flatMap(row -> topics(row.group()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    List<Finding> of(TableRow row, TaskFacts facts) {
        List<Finding> findings = new ArrayList<>();
        reviewLead(row, facts, findings);
        reviewTiming(row, facts, findings);
        reviewTargets(row, facts.timing(), findings);
        reviewTitle(row, facts, findings);
        return findings;
    }

    private void reviewLead(TableRow row, TaskFacts facts, List<Finding> findings) {
        String place = place(row, TaskTable.LEAD);
        String cell = row.text(TaskTable.LEAD);
        List<String> agencies = facts.leadAgencies();
        if (agencies.isEmpty()) {
            if (facts.kind() != TaskKind.PARENT) {
                findings.add(TaskFinding.LEAD_MISSING.at(place, cell));
            }
            return;
        }
        if (agencies.size() > 1) {
            findings.add(TaskFinding.MULTI_LEAD.at(place, cell));
        }
        if (agencies.stream().anyMatch(Leads::isCollective)) {
            findings.add(TaskFinding.COLLECTIVE_LEAD.at(place, cell));
        } else if (leads.find(agencies.getFirst()).isEmpty()) {
            findings.add(TaskFinding.LEAD_UNKNOWN.at(place, agencies.getFirst()));
        }
        Set<String> coordinators =
                facts.coordinators().stream().map(Vietnamese::fold).collect(Collectors.toSet());
        if (agencies.stream().map(Vietnamese::fold).anyMatch(coordinators::contains)) {
            findings.add(TaskFinding.LEAD_EQ_COORD.at(place, cell));
        }
        namedAgency(facts).ifPresent(named -> findings.add(TaskFinding.LEAD_MISMATCH.at(place, cell + " / " + named)));
    }

    /// An agency of the unit that the title names though neither leads nor coordinates.
    private static Optional<String> namedAgency(TaskFacts facts) {
        if (facts.title() == null) {
            return Optional.empty();
        }
        Set<String> involved = new java.util.HashSet<>();
        facts.leadAgencies().forEach(agency -> Leads.kindOf(agency).ifPresent(involved::add));
        facts.coordinators().forEach(agency -> Leads.kindOf(agency).ifPresent(involved::add));
        return OWN_AGENCY
                .matcher(facts.title())
                .results()
                .map(match -> match.group())
                .filter(named -> Leads.kindOf(named)
                        .filter(kind -> !involved.contains(kind))
                        .isPresent())
                .findFirst();
    }

    private void reviewTiming(TableRow row, TaskFacts facts, List<Finding> findings) {
        Timing timing = facts.timing();
        String place = place(row, TaskTable.TIMING);
        if (timing.kind() == TimingKind.MISSING && facts.kind() != TaskKind.PARENT) {
            findings.add(TaskFinding.DEADLINE_MISSING.at(place, timing.raw()));
        }
        if (timing.kind() == TimingKind.UNREADABLE && !timing.flags().contains(TimingFlag.IMPOSSIBLE_DATE)) {
            findings.add(TaskFinding.DEADLINE_UNREADABLE.at(place, timing.raw()));
        }
        for (TimingFlag flag : TimingFlag.values()) {
            if (timing.flags().contains(flag)) {
                finding(flag).ifPresent(type -> findings.add(type.at(place, timing.raw())));
            }
        }
        if (issuedOn != null && timing.due() != null && timing.due().isBefore(issuedOn)) {
            findings.add(TaskFinding.PAST_DEADLINE.at(place, timing.raw()));
        }
    }

    private static Optional<TaskFinding> finding(TimingFlag flag) {
        return switch (flag) {
            case STRICT_BEFORE -> Optional.of(TaskFinding.STRICT_BEFORE);
            case BASICALLY_DONE -> Optional.of(TaskFinding.BASICALLY_DONE);
            case DELIVERABLE_IN_TIMING -> Optional.of(TaskFinding.DELIVERABLE_IN_TIMING);
            case OPEN_END -> Optional.of(TaskFinding.OPEN_END);
            case SCHEDULE_IN -> Optional.of(TaskFinding.SCHEDULE_IN);
            case SEVERAL_DATES -> Optional.of(TaskFinding.SEVERAL_DATES);
            case YEAR_FROM_PLAN -> Optional.of(TaskFinding.YEAR_FROM_PLAN);
            case IMPOSSIBLE_DATE -> Optional.of(TaskFinding.IMPOSSIBLE_DATE);
            case SET_AT_ASSIGNMENT, EXTENDED -> Optional.empty();
        };
    }

    private static void reviewTargets(TableRow row, Timing timing, List<Finding> findings) {
        for (String key : List.of(TaskTable.TITLE, TaskTable.WORK, TaskTable.OUTPUT, TaskTable.CRITERIA)) {
            String text = row.text(key);
            long shares = SHARE.matcher(text).results().count();
            if (shares == 0) {
                continue;
            }
            findings.add(TaskFinding.TARGET_IN_TASK.at(place(row, key), text));
            List<Integer> years = YEAR.matcher(text)
                    .results()
                    .map(match -> Integer.valueOf(match.group(1)))
                    .distinct()
                    .toList();
            if (shares > 1 && years.size() > 1) {
                findings.add(TaskFinding.COMPOUND_CELL.at(place(row, key), text));
            }
            if (years.stream().anyMatch(year -> outside(year, timing))) {
                findings.add(TaskFinding.TARGET_OUTSIDE_PERIOD.at(place(row, key), text + " / " + timing.raw()));
            }
        }
    }

    private static boolean outside(int year, Timing timing) {
        LocalDate first = timing.start();
        LocalDate last = timing.due() == null ? timing.end() : timing.due();
        return first != null && year < first.getYear() || last != null && year > last.getYear();
    }

    private void reviewTitle(TableRow row, TaskFacts facts, List<Finding> findings) {
        String title = row.text(TaskTable.TITLE);
        String place = place(row, TaskTable.TITLE);
        cadence(title, facts.timing())
                .ifPresent(cadence -> findings.add(TaskFinding.EMBEDDED_CADENCE.at(place, cadence)));
        if (commune) {
            Matcher wider = WIDER.matcher(title);
            if (wider.find()) {
                findings.add(TaskFinding.SCOPE_DRIFT.at(place, title.substring(wider.start())));
            }
        }
        Set<String> group = topics(row.group());
        Set<String> own = topics(title);
        boolean elsewhere = own.stream().anyMatch(topicsOfGroups::contains);
        if (!group.isEmpty() && elsewhere && own.stream().noneMatch(group::contains)) {
            findings.add(TaskFinding.WRONG_GROUP.at(place, row.group() + " / " + title));
        }
    }

    private static Optional<String> cadence(String title, Timing timing) {
        for (Pattern pattern : List.of(MEETING, LIMIT)) {
            Matcher matcher = pattern.matcher(title);
            if (matcher.find()) {
                return Optional.of(matcher.group());
            }
        }
        Matcher every = EVERY.matcher(title);
        if (every.find()) {
            TimingKind said = switch (every.group(1).toLowerCase(Locale.ROOT)) {
                case "tháng" -> TimingKind.RECURRING_MONTH;
                case "quý" -> TimingKind.RECURRING_QUARTER;
                default -> TimingKind.RECURRING_YEAR;
            };
            return timing.kind() == said ? Optional.empty() : Optional.of(every.group());
        }
        return Optional.empty();
    }

    private static Set<String> topics(String text) {
        return TOPICS.entrySet().stream()
                .filter(topic -> topic.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String place(TableRow row, String key) {
        return row.find(key).map(TableCell::place).orElse(row.place());
    }
}
