package vn.monitoring.indicator.unit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.monitoring.kit.text.Text;

/// The rules that one line of units can be judged by alone.
final class UnitLine {

    private static final Pattern PROVINCE = Pattern.compile("\\d{2}");
    private static final Pattern COMMUNE = Pattern.compile("\\d{5}");
    private static final Pattern BELOW = Pattern.compile("(?:\\d{2}|\\d{5})(?:\\.[A-Z0-9]{1,20}){1,6}");
    private static final Pattern AGENCY_IDENTIFIER = Pattern.compile("[A-Z0-9]+(?:\\.[A-Z0-9]+)*");
    private static final int LONGEST_IDENTIFIER = 35;
    private static final int LONGEST_NAME = 300;

    /// A unit without its path, or what is wrong with the line.
    record Read(@Nullable Unit unit, @Nullable RowProblem problem) {}

    private UnitLine() {}

    static Read read(UnitCsv.Line line) {
        String code = line.text("code");
        Optional<UnitType> type = constant(UnitType.class, line.text("type"));
        if (type.isEmpty()) {
            return failed(RowProblem.field(
                    "type",
                    "Loại đơn vị phải là một trong: " + names(UnitType.values()) + ".",
                    "The type must be one of: " + names(UnitType.values()) + "."));
        }
        if (!shape(type.get()).matcher(code).matches()) {
            return failed(badCode(type.get()));
        }
        String parent = line.text("parent_code");
        RowProblem misplaced = misplaced(type.get(), code, parent);
        if (misplaced != null) {
            return failed(misplaced);
        }
        return rest(line, code, parent.isEmpty() ? null : parent, type.get());
    }

    private static Read rest(UnitCsv.Line line, String code, @Nullable String parent, UnitType type) {
        String name = line.text("name");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return failed(RowProblem.field(
                    "name", "Tên đơn vị phải có từ 1 đến 300 ký tự.", "A unit's name has 1 to 300 characters."));
        }
        String block = line.text("block");
        if (!block.isEmpty() && constant(Block.class, block).isEmpty()) {
            return failed(RowProblem.field(
                    "block",
                    "Khối phải là một trong: " + names(Block.values()) + ", hoặc để trống.",
                    "The block must be one of: " + names(Block.values()) + ", or blank."));
        }
        String agencyType = line.text("agency_type");
        if (!agencyType.isEmpty() && AgencyType.find(agencyType).isEmpty()) {
            return failed(RowProblem.field(
                    "agency_type",
                    "Loại cơ quan phải là một trong: " + AgencyType.codes() + ", hoặc để trống.",
                    "The agency type must be one of: " + AgencyType.codes() + ", or blank."));
        }
        String identifier = line.text("agency_identifier");
        if (!identifier.isEmpty()
                && (identifier.length() > LONGEST_IDENTIFIER
                        || !AGENCY_IDENTIFIER.matcher(identifier).matches())) {
            return failed(RowProblem.field(
                    "agency_identifier",
                    "Mã định danh cơ quan theo Quyết định 20/2020/QĐ-TTg: tối đa 35 ký tự A–Z, 0–9 chia nhóm bằng dấu chấm.",
                    "An agency identifier (Decision 20/2020/QĐ-TTg) has up to 35 characters A–Z, 0–9 in dot groups."));
        }
        return dated(line, code, parent, type, name, agencyType, block, identifier);
    }

    private static Read dated(
            UnitCsv.Line line,
            String code,
            @Nullable String parent,
            UnitType type,
            String name,
            String agencyType,
            String block,
            String identifier) {
        LocalDate from;
        LocalDate to;
        try {
            from = date(line.text("valid_from"));
            to = date(line.text("valid_to"));
        } catch (DateTimeException e) {
            return failed(
                    RowProblem.field("valid_from", "Ngày viết dạng 2025-07-01.", "Dates are written as 2025-07-01."));
        }
        if (from != null && to != null && to.isBefore(from)) {
            return failed(RowProblem.field(
                    "valid_to", "Ngày hết hiệu lực trước ngày hiệu lực.", "The validity ends before it begins."));
        }
        List<String> aliases = Arrays.stream(line.text("aliases").split("\\|", -1))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .distinct()
                .toList();
        RowProblem badAlias = UnitAliases.problemOf(aliases);
        if (badAlias != null) {
            return failed(badAlias);
        }
        return new Read(
                new Unit(
                        code,
                        parent,
                        "",
                        type,
                        name,
                        agencyType.isEmpty() ? null : agencyType,
                        block.isEmpty() ? null : Block.valueOf(block),
                        aliases,
                        identifier.isEmpty() ? null : identifier,
                        from,
                        to,
                        null,
                        List.of(),
                        0),
                null);
    }

    /// What the code says about where the unit stands must agree with its parent's.
    private static @Nullable RowProblem misplaced(UnitType type, String code, String parent) {
        if (type == UnitType.PROVINCE) {
            return parent.isEmpty()
                    ? null
                    : RowProblem.field(
                            "parent_code", "Tỉnh không có đơn vị cấp trên.", "A province has no parent unit.");
        }
        boolean commune = COMMUNE.matcher(code).matches();
        boolean agrees = commune
                ? PROVINCE.matcher(parent).matches()
                : !parent.isEmpty() && root(code).equals(root(parent));
        return agrees
                ? null
                : RowProblem.field(
                        "parent_code",
                        commune
                                ? "Đơn vị cấp trên của xã, phường, đặc khu là mã tỉnh hai chữ số."
                                : "Cơ quan và đơn vị cấp trên phải cùng mã xã hoặc tỉnh (phần trước dấu chấm đầu tiên).",
                        commune
                                ? "A commune's parent is a province's code of two digits."
                                : "An agency and its parent must share the code of the commune or province before the first dot.");
    }

    private static String root(String code) {
        int dot = code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot);
    }

    private static Pattern shape(UnitType type) {
        return switch (type) {
            case PROVINCE -> PROVINCE;
            case COMMUNE_XA, COMMUNE_PHUONG, COMMUNE_DACKHU -> COMMUNE;
            case AGENCY, SUB_UNIT -> BELOW;
        };
    }

    private static RowProblem badCode(UnitType type) {
        return switch (type) {
            case PROVINCE ->
                new RowProblem(
                        UnitProblem.BAD_UNIT_CODE,
                        "code",
                        new Text("Mã tỉnh gồm hai chữ số.", "A province's code has two digits."));
            case COMMUNE_XA, COMMUNE_PHUONG, COMMUNE_DACKHU ->
                new RowProblem(
                        UnitProblem.BAD_UNIT_CODE,
                        "code",
                        new Text("Mã xã, phường, đặc khu gồm năm chữ số.", "A commune's code has five digits."));
            case AGENCY, SUB_UNIT ->
                new RowProblem(
                        UnitProblem.BAD_UNIT_CODE,
                        "code",
                        new Text(
                                "Mã cơ quan gồm mã xã hoặc tỉnh, dấu chấm và ký hiệu in hoa, ví dụ 10675.VHXH.",
                                "An agency's code is the commune's or province's code, a dot and capital letters, such as 10675.VHXH."));
        };
    }

    private static Read failed(RowProblem problem) {
        return new Read(null, problem);
    }

    private static @Nullable LocalDate date(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }

    private static String names(Enum<?>[] constants) {
        return String.join(", ", Arrays.stream(constants).map(Enum::name).toList());
    }
}
