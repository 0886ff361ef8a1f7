package vn.monitoring.indicator.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.monitoring.indicator.Golden;

class TargetParserTest {

    private final TargetParser parser = new TargetParser();

    static Stream<Golden.Row> agreedForms() {
        return Golden.rows("targets.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("agreedForms")
    void readsEachAgreedForm(Golden.Row row) {
        String where = row.get("where").split(";", -1)[0];
        boolean yearless = where.endsWith("@khong_nam");
        String unit = row.get("unit");
        TargetContext context = yearless
                ? TargetContext.yearless(unit, null, 2045)
                : TargetContext.of(unit, Integer.parseInt(where.substring(where.indexOf('@') + 1)));

        List<Target> targets = parser.parse(row.get("raw"), context);

        assertThat(targets).hasSize(1);
        Target target = targets.getFirst();
        assertThat(target.raw()).isEqualTo(row.get("raw"));
        assertThat(target.kind().name().toLowerCase(Locale.ROOT)).isEqualTo(row.get("kind"));
        assertThat(target.comparator() == null ? "" : target.comparator().symbol())
                .isEqualTo(row.get("cmp"));
        assertSameNumber(target.low(), number(row.get("lo")));
        assertSameNumber(target.high(), number(row.get("hi")));
        assertThat(target.unit() == null ? "" : target.unit()).isEqualTo(row.get("unit"));
        assertThat(target.soft()).isEqualTo(row.get("soft").equals("1"));
        Set<TargetFlag> flags = flags(row.get("flags"));
        if (yearless) {
            flags.add(TargetFlag.YEAR_FROM_PLAN);
        }
        assertThat(target.flags()).isEqualTo(flags);
        assertThat(target.provisional()).isEqualTo(flags.contains(TargetFlag.STRAY_CHAR));
    }

    private static void assertSameNumber(@Nullable BigDecimal actual, @Nullable BigDecimal expected) {
        if (expected == null) {
            assertThat(actual).isNull();
        } else {
            assertThat(actual).isEqualByComparingTo(expected);
        }
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null || text.isEmpty() ? null : new BigDecimal(text);
    }

    private static Set<TargetFlag> flags(@Nullable String text) {
        return text == null || text.isEmpty()
                ? EnumSet.noneOf(TargetFlag.class)
                : Arrays.stream(text.split("\\|", -1))
                        .map(TargetFlag::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(TargetFlag.class)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                // text | unit column | kind | comparator | low | high | unit
                "Đạt 80% trở lên | % | NUMBER | GE | 80 | - | %",
                "80% trở xuống | % | NUMBER | LE | 80 | - | %",
                "Tối đa 5% | % | NUMBER | LE | 5 | - | %",
                "không quá 2,5% | % | NUMBER | LE | 2.5 | - | %",
                "dưới 2% | % | NUMBER | LT | 2 | - | %",
                "hơn 90% | % | NUMBER | GT | 90 | - | %",
                "> 90% | % | NUMBER | GT | 90 | - | %",
                "không dưới 90% | % | NUMBER | GE | 90 | - | %",
                "tối thiểu đạt 90% | % | NUMBER | GE | 90 | - | %",
                ">= 90 % | % | NUMBER | GE | 90 | - | %",
                "\\(\\geq 75\\)\\% | % | NUMBER | GE | 75 | - | %",
                "$\\approx 40\\%$ | % | NUMBER | APPROX | 40 | - | %",
                "$45-50\\%$ | % | RANGE | IN | 45 | 50 | %",
                "từ 45% đến 50% | % | RANGE | IN | 45 | 50 | %",
                "khoảng 45% - 50% | % | RANGE | IN | 45 | 50 | %",
                "95% ± 2% | % | RANGE | IN | 93 | 97 | %",
                "Từ 45% | % | NUMBER | GE | 45 | - | %",
                "1.250 | Doanh nghiệp | NUMBER | EQ | 1250 | - | Doanh nghiệp",
                "1.250,5 tỷ đồng | - | NUMBER | EQ | 1250.5 | - | tỷ đồng",
                "3 mô hình | - | NUMBER | EQ | 3 | - | mô hình",
                "Xây dựng 02 mô hình | - | NUMBER | EQ | 2 | - | mô hình",
                "ít nhất 5 doanh nghiệp trên địa bàn | - | NUMBER | GE | 5 | - | doanh nghiệp",
                "2000 | Doanh nghiệp | NUMBER | EQ | 2000 | - | Doanh nghiệp",
                "Tăng từ 50% lên 80% | % | NUMBER | EQ | 80 | - | %",
                "Giảm còn 5% | % | NUMBER | EQ | 5 | - | %",
                "giảm xuống dưới 5% | % | NUMBER | LT | 5 | - | %",
                "Giảm 30% | % | REDUCTION | EQ | 30 | - | %",
                "Giảm ít nhất 30% so với năm 2024 | % | REDUCTION | GE | 30 | - | %",
                "Tăng 10% so với năm 2024 | % | TREND_UP | EQ | 10 | - | %",
                "Duy trì 100% | % | MAINTAIN | GE | 100 | - | %",
                "Duy trì tối thiểu 95% | % | MAINTAIN | GE | 95 | - | %",
                "Ngày càng tăng | % | TREND_UP | - | - | - | -",
                "Giảm dần | % | TREND_DOWN | - | - | - | -",
                "Tăng cường tuyên truyền | % | QUALITATIVE | - | - | - | -",
                "Cao hơn mức trung bình của tỉnh | % | RELATIVE | GT | - | - | -",
                "Không thấp hơn bình quân chung toàn thành phố | % | RELATIVE | GE | - | - | -",
                "Phủ sóng 5G | % | QUALITATIVE | - | - | - | -",
                "Dịch vụ công mức độ 4 | % | QUALITATIVE | - | - | - | -",
                "Hoàn thành Đề án 06 | % | QUALITATIVE | - | - | - | -",
                "- | % | NONE | - | - | - | -",
                "– | % | NONE | - | - | - | -",
                "… | % | NONE | - | - | - | -",
                "<b>≥ 90%</b> | % | NUMBER | GE | 90 | - | %",
                "100%<sup>1</sup> | % | NUMBER | EQ | 100 | - | %",
                "0% | % | ZERO_NOT_SET | EQ | 0 | - | %",
            })
    void readsOtherFormsOfOffices(
            @Nullable String text,
            @Nullable String unitColumn,
            TargetKind kind,
            @Nullable Comparator comparator,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable String unit) {
        Target target = parser.parse(text, TargetContext.of(unitColumn, 2030)).getFirst();

        assertThat(target.kind()).isEqualTo(kind);
        assertThat(target.comparator()).isEqualTo(comparator);
        assertSameNumber(target.low(), low);
        assertSameNumber(target.high(), high);
        assertThat(target.unit()).isEqualTo(unit);
        assertThat(target.year()).isEqualTo(2030);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "95) | STRAY_CHAR",
                "(≥ 95% | STRAY_CHAR",
                "95%? | STRAY_CHAR",
                "120% | IMPOSSIBLE_VALUE",
                "> 100% | IMPOSSIBLE_VALUE",
                "90-80% | IMPOSSIBLE_VALUE",
                "-5% | IMPOSSIBLE_VALUE",
                "80% 90% | SEVERAL_VALUES",
                "100% lãnh đạo; 90% cán bộ | SEVERAL_VALUES",
                "l00% | UNREADABLE",
                "9O% | UNREADABLE",
                "#REF! | UNREADABLE",
                "?? | UNREADABLE",
                "% | UNREADABLE",
            })
    void leavesADoubtfulReadingToAPerson(String text, TargetFlag flag) {
        Target target = parser.parse(text, TargetContext.of("%", 2030)).getFirst();

        assertThat(target.flags()).contains(flag);
        assertThat(target.provisional()).isTrue();
        assertThat(target.confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void doubtsAForeignThousandsSeparator() {
        Target target =
                parser.parse("1,000", TargetContext.of("Doanh nghiệp", 2030)).getFirst();

        assertThat(target.flags()).containsExactly(TargetFlag.AMBIGUOUS_NUMBER);
        assertThat(target.low()).isEqualByComparingTo("1");
    }

    @Test
    void readsAtLeastTheWholeOfAShareAsTheWhole() {
        Target target = parser.parse("≥ 100%", TargetContext.of("%", 2026)).getFirst();

        assertThat(target.comparator()).isEqualTo(Comparator.EQ);
        assertThat(target.flags()).containsExactly(TargetFlag.GE_100_MEANS_EQ_100);
        assertThat(target.provisional()).isFalse();
    }

    @Test
    void keepsMoreThanAHundredOfACountOrAGrowth() {
        TargetContext growth = new TargetContext("%", LocalDate.of(2030, 12, 31), null, null, Direction.HIGHER, true);

        assertThat(parser.parse("≥ 100", TargetContext.of("Người", 2030))
                        .getFirst()
                        .flags())
                .isEmpty();
        assertThat(parser.parse("≥ 120%", growth).getFirst().flags()).isEmpty();
    }

    @Test
    void readsAZeroAsATargetWhereLowerIsBetter() {
        TargetContext lower = TargetContext.of("Vụ", 2030).withDirection(Direction.LOWER);

        Target target = parser.parse("0", lower).getFirst();

        assertThat(target.kind()).isEqualTo(TargetKind.NUMBER);
        assertThat(target.low()).isEqualByComparingTo("0");
        assertThat(target.flags()).isEmpty();
    }

    @Test
    void marksSoftTargetsAndKeepsConditions() {
        Target soft = parser.parse("Phấn đấu đạt trên 80%", TargetContext.of("%", 2030))
                .getFirst();
        Target conditional = parser.parse("≥ 90% (trừ hồ sơ mật)", TargetContext.of("%", 2030))
                .getFirst();

        assertThat(soft.soft()).isTrue();
        assertThat(soft.comparator()).isEqualTo(Comparator.GT);
        assertThat(conditional.condition()).isEqualTo("trừ hồ sơ mật");
        assertThat(conditional.low()).isEqualByComparingTo("90");
    }

    @Test
    void acceptsFivePercentAroundAnApproximateFigure() {
        Target target = parser.parse("khoảng 40% GRDP", TargetContext.of("% GRDP", 2030))
                .getFirst();

        assertThat(target.floor()).isEqualByComparingTo("38");
        assertThat(target.ceiling()).isEqualByComparingTo("42");
    }

    @Test
    void takesTheUnitFromTheColumnOnlyWhenItNamesOne() {
        assertThat(parser.parse("75", TargetContext.of("(định tính)", 2030))
                        .getFirst()
                        .flags())
                .containsExactly(TargetFlag.UNIT_MISSING);
        assertThat(parser.parse("75%", TargetContext.of("Doanh nghiệp", 2030))
                        .getFirst()
                        .flags())
                .containsExactly(TargetFlag.UNIT_CONFLICT);
    }

    @Nested
    class DueDates {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "100% trước 2030 | 2029-12-31",
                    "100% trước năm 2030 | 2029-12-31",
                    "100% đến hết năm 2030 | 2030-12-31",
                    "100% đến năm 2030 | 2030-12-31",
                    "100% vào năm 2030 | 2030-12-31",
                    "100% (2030) | 2030-12-31",
                    "Năm 2030: 100% | 2030-12-31",
                    "2030: 100% | 2030-12-31",
                    "100% giai đoạn 2025–2030 | 2030-12-31",
                    "100% đến 30/6/2030 | 2030-06-30",
                    "100% trước ngày 30/6/2030 | 2030-06-29",
                    "100% tháng 9/2030 | 2030-09-30",
                    "100% trước tháng 9/2030 | 2030-08-31",
                    "100% quý II/2030 | 2030-06-30",
                    "100% trong quý 4 năm 2030 | 2030-12-31",
                })
        void readsTheDateOfTheCell(String text, LocalDate due) {
            Target target =
                    parser.parse(text, TargetContext.yearless("%", null, null)).getFirst();

            assertThat(target.dueDate()).isEqualTo(due);
            assertThat(target.year()).isEqualTo(due.getYear());
            assertThat(target.low()).isEqualByComparingTo("100");
        }

        @Test
        void prefersTheCellToTheColumnAndSaysSo() {
            assertThat(parser.parse("100% (2035)", TargetContext.of("%", 2030)).getFirst())
                    .satisfies(target -> {
                        assertThat(target.year()).isEqualTo(2035);
                        assertThat(target.flags()).containsExactly(TargetFlag.YEAR_CONFLICT);
                    });
            assertThat(parser.parse("100% trước 2030", TargetContext.of("%", 2030))
                            .getFirst()
                            .flags())
                    .containsExactly(TargetFlag.STRICT_BEFORE);
        }

        @Test
        void takesAMissingYearFromThePlan() {
            Target annual =
                    parser.parse("85%", TargetContext.yearless("%", 2026, 2030)).getFirst();
            Target longTerm =
                    parser.parse("85%", TargetContext.yearless("%", null, 2045)).getFirst();
            Target neither =
                    parser.parse("85%", TargetContext.yearless("%", null, null)).getFirst();

            assertThat(annual.dueDate()).isEqualTo("2026-12-31");
            assertThat(annual.flags()).containsExactly(TargetFlag.YEAR_FROM_PLAN);
            assertThat(longTerm.dueDate()).isEqualTo("2045-12-31");
            assertThat(neither.dueDate()).isNull();
            assertThat(neither.flags()).containsExactly(TargetFlag.YEAR_MISSING);
            assertThat(neither.provisional()).isTrue();
        }

        @Test
        void doesNotTakeAComparisonYearForADueDate() {
            Target target = parser.parse("Giảm 30% so với năm 2024", TargetContext.of("%", 2030))
                    .getFirst();

            assertThat(target.year()).isEqualTo(2030);
            assertThat(target.flags()).containsExactly(TargetFlag.NEED_BASELINE);
        }
    }

    @Nested
    class CompoundCells {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "≥ 85% hồ sơ trực tuyến (2030), 100% (2040)",
                    "tối thiểu 85% hồ sơ vào năm 2030, tiến tới 100% vào năm 2040",
                    "2030: ≥ 85%; 2040: 100%",
                    "Đến năm 2030 đạt ít nhất 85%; đến năm 2040 đạt 100%",
                    "Năm 2030: ≥ 85% - Năm 2040: 100%",
                })
        void givesOneTargetPerMilestone(String text) {
            List<Target> targets = parser.parse(text, TargetContext.yearless("%", null, 2045));

            assertThat(targets).extracting(Target::year).containsExactly(2030, 2040);
            assertThat(targets).extracting(Target::comparator).containsExactly(Comparator.GE, Comparator.EQ);
            assertThat(targets.get(0).low()).isEqualByComparingTo("85");
            assertThat(targets.get(1).low()).isEqualByComparingTo("100");
            assertThat(targets).allSatisfy(target -> {
                assertThat(target.raw()).isEqualTo(text);
                assertThat(target.flags()).containsExactly(TargetFlag.COMPOUND_CELL);
            });
        }

        @Test
        void repeatsOneFigureForSeveralYears() {
            List<Target> targets = parser.parse("100% (2030, 2035)", TargetContext.yearless("%", null, null));

            assertThat(targets).extracting(Target::year).containsExactly(2030, 2035);
        }
    }

    @Test
    void neverFailsAndAlwaysKeepsTheText() {
        Random random = new Random(57);
        List<String> parts = List.of(
                "≥",
                "≤",
                ">",
                "100",
                "%",
                "1,5",
                "1.000",
                "-",
                "–",
                "2030",
                "(",
                ")",
                "năm ",
                "trước ",
                "đến ",
                "$\\geq ",
                "\\%$",
                "khoảng ",
                "giảm ",
                "tăng ",
                "duy trì ",
                "trung bình tỉnh",
                " ",
                "quý IV/2030",
                "31/13/2030",
                "<b>",
                "</b>",
                "0",
                "999999999999999999999999",
                "±",
                "từ ",
                "lên ",
                "nếu ",
                ",",
                ";",
                ":",
                "\n",
                "\u00a0",
                "İ",
                "\ud83d",
                "GRDP",
                "#REF!",
                "20",
                "30",
                "/",
                "9/2026",
                "tháng ",
                "\\",
                "{",
                "}");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(12);
            for (int j = 0; j < length; j++) {
                text.append(
                        random.nextInt(8) == 0
                                ? String.valueOf((char) random.nextInt(0x10000))
                                : parts.get(random.nextInt(parts.size())));
            }
            String raw = text.toString();
            TargetContext context = random.nextBoolean()
                    ? TargetContext.of(random.nextBoolean() ? "%" : null, 2030)
                    : TargetContext.yearless("Doanh nghiệp", null, null);

            List<Target> targets = parser.parse(raw, context);

            assertThat(targets).as(raw).isNotEmpty().allSatisfy(target -> {
                assertThat(target.raw()).isEqualTo(raw);
                assertThat(target.provisional()).isEqualTo(target.confidence() == Confidence.LOW);
                // A margin is the one form whose bounds are reckoned.
                if (!raw.contains("±")) {
                    assertPrinted(target.low(), raw);
                    assertPrinted(target.high(), raw);
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("agreedForms")
    void inventsNoFigure(Golden.Row row) {
        parser.parse(row.get("raw"), TargetContext.of(row.get("unit"), 2030)).forEach(target -> {
            assertPrinted(target.low(), row.get("raw"));
            assertPrinted(target.high(), row.get("raw"));
        });
    }

    /// Each figure of a target stands in the text without its markup, with a decimal comma or a decimal or grouping
    /// point.
    private static void assertPrinted(@Nullable BigDecimal figure, String raw) {
        if (figure == null) {
            return;
        }
        String digits = TargetText.normalise(raw);
        List<BigDecimal> printed = new ArrayList<>();
        Matcher number = Pattern.compile("\\d+(?:[., ]\\d+)*").matcher(digits);
        while (number.find()) {
            String text = number.group();
            for (int from = 0; from < text.length(); from++) {
                addReadings(printed, text.substring(from));
            }
        }
        assertThat(printed).as("%s in %s", figure, raw).anyMatch(candidate -> candidate.compareTo(figure.abs()) == 0);
    }

    /// A run of digits, points, commas and spaces may hold several figures one after the other.
    private static void addReadings(List<BigDecimal> printed, String run) {
        for (int to = 1; to <= run.length(); to++) {
            String text = run.substring(0, to);
            for (String plain :
                    List.of(text.replace(',', '.'), text.replaceAll("[. ]", "").replace(',', '.'))) {
                if (plain.matches("\\d+(\\.\\d+)?")) {
                    printed.add(new BigDecimal(plain));
                }
            }
        }
    }
}
