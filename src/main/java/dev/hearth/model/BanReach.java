package dev.hearth.model;

import java.time.Instant;

/// What a ban from the chat holds beside the person's token, as the moderator sees it.
///
/// @param until how long
/// @param address whether newcomers from the person's address are kept out as well
/// @param notice the same in words, and why where the address is not held
public record BanReach(Instant until, boolean address, String notice) {}
