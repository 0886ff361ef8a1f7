package vn.monitoring.report.feedback;

import java.util.regex.Pattern;
import vn.monitoring.kit.text.Vietnamese;

/// Finds the markings of state secrets in a text: TUYỆT MẬT, TỐI MẬT, or MẬT where a stamp would stand, on a line of
/// its
/// own or after "độ mật" (Law 29/2018/QH14, article 8). Speaking of secrets is none.
final class ClassifiedMarking {

    private static final Pattern DEGREE = Pattern.compile("(?U)\\b(TUYỆT|TỐI)\\s+MẬT\\b");
    private static final Pattern STAMP = Pattern.compile("(?mU)^[\\s\\p{P}]*MẬT[\\s\\p{P}]*$");
    private static final Pattern NAMED =
            Pattern.compile("(?iU)\\bđộ\\s+(khẩn,?\\s+)?mật\\s*[:\\-–]\\s*(tuyệt\\s+|tối\\s+)?mật\\b");

    private ClassifiedMarking() {}

    static boolean stands(String text) {
        String normal = Vietnamese.nfc(text);
        return DEGREE.matcher(normal).find()
                || STAMP.matcher(normal).find()
                || NAMED.matcher(normal).find();
    }
}
