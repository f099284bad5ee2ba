package dev.hearth.model;

import java.util.function.BinaryOperator;

/// A value and the place in the log that said so. Of two, the later one holds, in whatever order
/// they came to be known.
record Register<T>(long seq, T value) {
    /// For [java.util.Map#merge].
    static <T> BinaryOperator<Register<T>> later() {
        return (a, b) -> b.seq >= a.seq ? b : a;
    }
}
