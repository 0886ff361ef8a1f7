package vn.monitoring.local.process;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How to start one process.
///
/// @param command the whole command line
/// @param program the program that finally runs (the command may begin with one that changes the user)
/// @param environment the only variables it gets beside the path, the locale and the time zone
/// @param folder its working folder
public record Launch(List<String> command, Path program, Map<String, String> environment, Path folder) {

    public Launch with(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(variables);
        return new Launch(command, program, all, folder);
    }
}
