package dev.hearth.model;

/// The kind of an expected failure. [FailureText] has words for each.
public sealed interface FailureCode permits ErrorCode, LocalTrouble, ByeReason {
    /// Where the words for it are: a family and a name in lower case, with a dot between.
    String key();

    /// The name in lower case: small print that can be searched for.
    default String word() {
        return key().substring(key().indexOf('.') + 1);
    }
}
