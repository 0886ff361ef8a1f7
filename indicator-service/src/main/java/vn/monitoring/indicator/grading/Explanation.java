package vn.monitoring.indicator.grading;

/// Why a grade is what it is, in words and with its numbers, each language with its own way of writing them.
public record Explanation(String vi, String en) {

    /// This and then another sentence.
    Explanation then(Explanation next) {
        return new Explanation(vi + " " + next.vi, en + " " + next.en);
    }
}
