package vn.monitoring.kit.testing.hostile;

/// One hostile request.
///
/// @param what where the hostile value stands, and which one it is
/// @param refused whether the operation must not take it
/// @param mark by which it is found again wherever it was stored
/// @param bare whether it is no request yet, so that a bare status and the end of the connection are answer enough
/// @param sent the text that has to come back as it is when it is taken; empty for none
@SuppressWarnings("ArrayRecordComponent")
record Attack(String what, byte[] bytes, boolean refused, boolean bare, String mark, String sent) {}
