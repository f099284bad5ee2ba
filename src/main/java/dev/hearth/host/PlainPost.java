package dev.hearth.host;

import java.util.Optional;

/// A message that came through the plain door.
///
/// @param offset the `clientOffset`: under the same one, the same text of anybody is the same
///   message, and another text is another one
/// @param visible whether others may see the offset: for an author who made it at random and looks
///   for it in what they are sent
public record PlainPost(String text, Optional<String> offset, boolean visible) {}
