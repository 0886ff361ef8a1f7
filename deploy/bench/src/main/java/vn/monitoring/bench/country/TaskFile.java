package vn.monitoring.bench.country;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The task sheet of one unit's generated plan, as a CSV table.
///
/// Deadlines are such as plans have: months most of all, in this year and the next, some of them past; quarters, years,
/// what comes back every year and what goes on all the time.
///
/// @param unit province or commune
/// @param tasks how many rows, at least 1
/// @param edition a number that stands in each deliverable: another one changes every row and nothing else
public record TaskFile(String unit, int tasks, long seed, int edition) {

    private static final List<String> VERBS = List.of(
            "Xây dựng",
            "Triển khai",
            "Nâng cấp",
            "Rà soát, cập nhật",
            "Tổ chức vận hành",
            "Tập huấn sử dụng",
            "Kết nối, chia sẻ dữ liệu của",
            "Số hóa hồ sơ của");
    private static final List<String> SUBJECTS = List.of(
            "hệ thống thông tin giải quyết thủ tục hành chính",
            "nền tảng số dùng chung",
            "tổ công nghệ số cộng đồng",
            "cơ sở dữ liệu đất đai",
            "hồ sơ sức khỏe điện tử",
            "học bạ số tại các trường học",
            "thanh toán không dùng tiền mặt",
            "phòng họp không giấy tờ",
            "chữ ký số cho cán bộ, công chức",
            "hạ tầng mạng và an toàn thông tin",
            "sàn thương mại điện tử cho sản phẩm địa phương",
            "trang thông tin điện tử",
            "kho dữ liệu dùng chung");
    private static final List<String> LEADS = List.of(
            "Phòng Văn hóa - Xã hội",
            "Phòng Kinh tế",
            "Văn phòng HĐND và UBND",
            "Trung tâm Phục vụ hành chính công",
            "Công an",
            "Ủy ban MTTQ Việt Nam");
    private static final List<String> DIRECTORS =
            List.of("Chủ tịch UBND", "Phó Chủ tịch UBND", "Phó Bí thư Thường trực Đảng ủy", "Chánh Văn phòng");
    private static final List<String> DELIVERABLES =
            List.of("Kế hoạch", "Báo cáo", "Quyết định", "Hệ thống được nghiệm thu", "Biên bản bàn giao");
    private static final int FIRST_YEAR = 2026;
    private static final int MONTHS = 24;

    public TaskFile {
        if (tasks < 1) {
            throw new IllegalArgumentException("a task sheet has at least one row");
        }
    }

    /// The sheet, its first edition.
    public static TaskFile of(String unit, int tasks, long seed) {
        return new TaskFile(unit, tasks, seed, 1);
    }

    public TaskFile edition(int number) {
        return new TaskFile(unit, tasks, seed, number);
    }

    /// The part `file` of the import.
    public String table() {
        Random random = new Random(seed * 37 + unit.hashCode());
        return IntStream.rangeClosed(1, tasks)
                .mapToObj(number -> row(number, random))
                .collect(Collectors.joining(
                        "",
                        "Stt,Tên nhiệm vụ,Người chỉ đạo,Chủ trì,Đơn vị phối hợp,Sản phẩm,Thời gian thực hiện\n",
                        ""));
    }

    private String row(int number, Random random) {
        return "%d,\"%s %s (đợt %d)\",%s,%s,%s,\"%s (bản %d)\",%s%n"
                .formatted(
                        number,
                        VERBS.get(number % VERBS.size()),
                        SUBJECTS.get(number % SUBJECTS.size()),
                        (number - 1) / SUBJECTS.size() + 1,
                        one(DIRECTORS, random),
                        one(LEADS, random),
                        one(LEADS.subList(0, 3), random),
                        one(DELIVERABLES, random),
                        edition,
                        deadline(random));
    }

    private static String deadline(Random random) {
        int kind = random.nextInt(20);
        int month = random.nextInt(MONTHS);
        if (kind < 13) {
            return "Tháng %d/%d".formatted(month % 12 + 1, FIRST_YEAR + month / 12);
        }
        if (kind < 16) {
            return "Quý %s/%d".formatted(List.of("I", "II", "III", "IV").get(month % 4), FIRST_YEAR + month / 12);
        }
        return switch (kind) {
            case 16 -> "Năm 2026";
            case 17 -> "Năm 2027";
            case 18 -> "Hằng năm";
            default -> "Thường xuyên";
        };
    }

    private static String one(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
