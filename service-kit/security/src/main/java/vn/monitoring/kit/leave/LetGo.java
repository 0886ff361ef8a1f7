package vn.monitoring.kit.leave;

/// Told once in the life of a process that was asked to end: nobody is sent here any more, and what never ends by
/// itself
/// (event streams) is to end now, so that its clients come back elsewhere. Observers must not block.
public record LetGo() {}
