package dev.hearth.testkit;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a sealed type is made of, for tests that there is an example of everything.
public final class SealedTypes {
    private SealedTypes() {}

    /// The records of `type`, through sealed types within it.
    public static Set<Class<?>> records(Class<?> type) {
        return each(type).collect(Collectors.toSet());
    }

    private static Stream<Class<?>> each(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SealedTypes::each)
                : Stream.of(type);
    }
}
