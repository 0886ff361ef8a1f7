package vn.monitoring.bench.badinput;

import vn.monitoring.hostile.Attack;
import vn.monitoring.hostile.Wire.Answer;

/// A request as it was sent, and its answer.
///
/// @param trace the trace id under which the platform's audit trail and logs speak of it
record Exchange(Request request, Attack attack, String trace, Answer answer) {}
