package vn.monitoring.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// The periods of the last twelve months whose cut-off has passed: a period is cut off on the 14th of its last month
/// (Decree 09/2019/NĐ-CP).
final class ReportingCalendar {

    private static final int CUT_OFF_DAY = 14;
    private static final int MONTHS = 12;

    /// A period and the day as of which it is reported.
    record Cut(String period, LocalDate on) {}

    private ReportingCalendar() {}

    static List<Cut> months(LocalDate today) {
        YearMonth last = lastCut(today);
        List<Cut> cuts = new ArrayList<>();
        for (YearMonth month = last.minusMonths(MONTHS - 1); !month.isAfter(last); month = month.plusMonths(1)) {
            cuts.add(new Cut(month.toString(), month.atDay(CUT_OFF_DAY)));
        }
        return cuts;
    }

    static List<Cut> quarters(LocalDate today) {
        return months(today).stream()
                .filter(cut -> cut.on().getMonthValue() % 3 == 0)
                .map(cut -> new Cut(quarter(cut.on()), cut.on()))
                .toList();
    }

    static Cut lastQuarter(LocalDate today) {
        return quarters(today).getLast();
    }

    private static YearMonth lastCut(LocalDate today) {
        YearMonth current = YearMonth.from(today);
        return today.getDayOfMonth() > CUT_OFF_DAY ? current : current.minusMonths(1);
    }

    private static String quarter(LocalDate day) {
        return day.getYear() + "-Q" + ((day.getMonthValue() - 1) / 3 + 1);
    }
}
