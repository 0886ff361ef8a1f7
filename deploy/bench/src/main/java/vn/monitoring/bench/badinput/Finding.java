package vn.monitoring.bench.badinput;

import java.util.List;

/// Something that should not have been.
///
/// @param wrong what it was, in a few words
/// @param what the first request to which it happened
/// @param times to how many requests to the operation it happened alike
/// @param repeat the lines of a shell that send that request again
record Finding(String operation, String wrong, String what, String user, String trace, int times, List<String> repeat) {

    Finding again() {
        return new Finding(operation, wrong, what, user, trace, times + 1, repeat);
    }
}
