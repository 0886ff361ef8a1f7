package vn.monitoring.indicator.unit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.monitoring.indicator.unit.UnitDecisionRequest.NewUnit;
import vn.monitoring.kit.problem.Problem;
import vn.monitoring.kit.text.Text;
import vn.monitoring.kit.text.Vietnamese;

/// What a decision can do to a unit, whatever is stored.
final class UnitRules {

    private static final LocalDate FIRST_DAY = LocalDate.of(1945, 9, 2);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);

    private UnitRules() {}

    /// How high units stand; only units of one level merge.
    enum Level {
        PROVINCE,
        COMMUNE,
        AGENCY,
        SUB_UNIT;

        static Level of(UnitType type) {
            return switch (type) {
                case PROVINCE -> PROVINCE;
                case COMMUNE_XA, COMMUNE_PHUONG, COMMUNE_DACKHU -> COMMUNE;
                case AGENCY -> AGENCY;
                case SUB_UNIT -> SUB_UNIT;
            };
        }
    }

    static boolean usable(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    static void requireUsable(LocalDate effectiveOn) {
        if (!usable(effectiveOn)) {
            throw RowProblem.field(
                            "effectiveOn",
                            "Ngày hiệu lực phải từ 02/9/1945 đến 31/12/2100.",
                            "The effective day must lie between 1945-09-02 and 2100-12-31.")
                    .asProblem();
        }
    }

    /// A commune becomes another kind of commune, an agency another kind of agency; nothing else.
    static void requireReclassifiable(UnitType from, @Nullable UnitType to, @Nullable AgencyType agencyType) {
        boolean commune = Level.of(from) == Level.COMMUNE;
        boolean agency = Level.of(from) == Level.AGENCY || Level.of(from) == Level.SUB_UNIT;
        boolean possible = commune
                ? to != null && Level.of(to) == Level.COMMUNE && agencyType == null
                : agency && agencyType != null && (to == null || to == from);
        if (!possible) {
            throw new Problem(
                            UnitProblem.RECLASSIFICATION_IMPOSSIBLE,
                            "Chỉ xếp loại lại giữa xã, phường, đặc khu (type), hoặc giữa các loại cơ quan (agencyType).",
                            "Only communes change between xã, phường and đặc khu (type), and agencies their kind (agencyType).")
                    .violation(
                            "body",
                            commune ? "type" : "agencyType",
                            new Text("Không dùng được cho " + from + ".", "Not for " + from + "."));
        }
    }

    static void requireMergeable(List<Unit> ceasing, Unit successor) {
        for (Unit unit : ceasing) {
            if (unit.code().equals(successor.code())) {
                throw mergerImpossible(
                        "into", "Đơn vị không thể sáp nhập vào chính nó.", "A unit cannot be merged into itself.");
            }
            if (Level.of(unit.type()) != Level.of(successor.type())) {
                throw mergerImpossible(
                        "into",
                        "Chỉ sáp nhập đơn vị cùng cấp: %s là %s, %s là %s."
                                .formatted(unit.code(), unit.type(), successor.code(), successor.type()),
                        "Only units of one level merge: %s is %s, %s is %s."
                                .formatted(unit.code(), unit.type(), successor.code(), successor.type()));
            }
        }
        if (ceasing.stream().map(Unit::code).distinct().count() < ceasing.size()) {
            throw mergerImpossible("others", "Một đơn vị được nêu hai lần.", "A unit is named twice.");
        }
    }

    /// The communes of a province go on under another one; only a list of units says under which.
    static void requireNoCommuneLeft(List<Unit> below) {
        if (below.stream().anyMatch(unit -> Level.of(unit.type()) == Level.COMMUNE)) {
            throw mergerImpossible(
                    "into",
                    "Tỉnh còn xã, phường, đặc khu: hãy chuyển chúng sang tỉnh mới bằng danh sách đơn vị (parent_code) trước.",
                    "The province still has communes: put them under the new province by a list of units (parent_code) first.");
        }
    }

    static Problem mergerImpossible(String field, String vi, String en) {
        return new Problem(UnitProblem.MERGER_IMPOSSIBLE, vi, en)
                .violation("body", field, new Text("Không sáp nhập được.", "No merger."));
    }

    static Problem beforeFirstDay(Unit unit) {
        return new Problem(
                        UnitProblem.BEFORE_FIRST_DAY,
                        "Đơn vị %s bắt đầu từ ngày %s; ngày hiệu lực phải sau đó."
                                .formatted(unit.code(), unit.validFrom()),
                        "Unit %s begins on %s; the effective day must follow it."
                                .formatted(unit.code(), unit.validFrom()))
                .violation("body", "effectiveOn", new Text("Quá sớm.", "Too early."));
    }

    /// The unit that a merger makes, judged by the rules of a list of units; without its path.
    ///
    /// @param like the merged unit, whose type and parent it takes when the request names none
    static Unit described(String code, NewUnit request, Unit like, LocalDate firstDay) {
        Map<String, String> fields = new HashMap<>();
        fields.put("code", code.strip());
        fields.put("type", (request.type() == null ? like.type() : request.type()).name());
        fields.put("parent_code", orEmpty(request.parentCode() == null ? like.parentCode() : request.parentCode()));
        fields.put("name", Vietnamese.clean(request.name()));
        fields.put(
                "agency_type",
                request.agencyType() == null ? "" : request.agencyType().name());
        fields.put("block", request.block() == null ? "" : request.block().name());
        fields.put("agency_identifier", orEmpty(request.agencyIdentifier()));
        fields.put("valid_from", firstDay.toString());
        UnitLine.Read read = UnitLine.read(new UnitCsv.Line(0, fields));
        RowProblem problem = read.problem();
        Unit unit = read.unit();
        if (problem != null || unit == null) {
            throw problem == null ? Problem.notFound() : problem.asProblem();
        }
        return unit;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
