package vn.monitoring.task.progress;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the monthly rule needs to know of an update.
///
/// @param receivedOn the day it came in, in Asia/Ho_Chi_Minh
/// @param asOf the day it speaks of
/// @param missing what it lacks; empty for a valid one
/// @param percent how far it says the work has come
public record ReceivedUpdate(
        LocalDate receivedOn,
        @Nullable LocalDate asOf,
        List<String> missing,
        @Nullable Integer percent) {}
