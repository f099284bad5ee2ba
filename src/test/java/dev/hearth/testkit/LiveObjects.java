package dev.hearth.testkit;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.ObjectName;

/// How many objects of each class can be reached: what a leak is counted by. Only classes of ours,
/// of the network below them, and of Java's collections, in which leaks are kept: strings and the
/// like come and go with whatever else this JVM does.
///
/// @param counts by the name of the class
public record LiveObjects(Map<String, Long> counts) {
    private static final List<String> WATCHED = List.of("dev.hearth.", "io.netty.", "java.util.");

    public LiveObjects {
        counts = Map.copyOf(counts);
    }

    /// Collects garbage first.
    public static LiveObjects count() {
        Map<String, Long> counts = new HashMap<>();
        histogram()
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length >= 4 && isWatched(columns[3]))
                .forEach(columns -> counts.merge(columns[3], Long.valueOf(columns[1]), Long::sum));
        return new LiveObjects(counts);
    }

    private static boolean isWatched(String name) {
        return WATCHED.stream().anyMatch(name::startsWith);
    }

    private static String histogram() {
        try {
            return (String)
                    ManagementFactory.getPlatformMBeanServer()
                            .invoke(
                                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                                    "gcClassHistogram",
                                    new Object[] {new String[0]},
                                    new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException("every HotSpot JVM counts its objects", e);
        }
    }

    /// The classes of which there are more than `few` more than `before`, and how many more.
    public Map<String, Long> more(LiveObjects before, long few) {
        Map<String, Long> more = new TreeMap<>();
        counts.forEach(
                (name, count) -> {
                    long added = count - before.counts.getOrDefault(name, 0L);
                    if (added > few) {
                        more.put(name, added);
                    }
                });
        return more;
    }
}
