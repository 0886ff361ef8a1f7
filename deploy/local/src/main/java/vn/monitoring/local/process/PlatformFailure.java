package vn.monitoring.local.process;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Something that keeps the platform from running, told in one line: what, why, what to do and where to read more.
public final class PlatformFailure extends RuntimeException {

    public PlatformFailure(String what, String why, String advice) {
        this(what, why, advice, null);
    }

    public PlatformFailure(String what, String why, String advice, @Nullable Path log) {
        super(what + ": " + why + ". " + advice + "." + (log == null ? "" : " Log: " + log));
    }
}
