package dev.hearth.gateway;

import dev.hearth.model.Limits;

/// How much one person, one address, or all newcomers may ask for (wire.md, limits).
///
/// @param changes in 10 s
/// @param bytes of text in 60 s
/// @param questions in 10 s
record Rate(int changes, int bytes, int questions) {
    static final Rate OF_PERSON =
            new Rate(
                    Limits.CHANGES_OF_PERSON.value(),
                    Limits.BYTES_OF_PERSON.value(),
                    Limits.QUESTIONS_OF_PERSON.value());
    static final Rate OF_ADDRESS =
            new Rate(
                    Limits.CHANGES_OF_ADDRESS.value(),
                    Limits.BYTES_OF_ADDRESS.value(),
                    Limits.QUESTIONS_OF_ADDRESS.value());
    static final Rate OF_NEWCOMERS =
            new Rate(
                    Limits.CHANGES_OF_NEWCOMERS.value(),
                    Limits.BYTES_OF_NEWCOMERS.value(),
                    Limits.QUESTIONS_OF_NEWCOMERS.value());
}
