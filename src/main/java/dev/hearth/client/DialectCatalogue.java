package dev.hearth.client;

import java.util.List;

/// The dialects that a person can choose from. Calls read the disk; any thread.
public interface DialectCatalogue {
    /// The word for finding it out.
    String AUTO = "auto";

    /// @param word by which it is chosen
    /// @param about what server speaks it, in English; may be empty
    record Offer(String word, String about) {}

    /// All that can be chosen by a word, the person's own descriptions among them.
    List<Offer> offers();

    /// What a person typed, as it can be kept and chosen again from anywhere.
    ///
    /// @param typed `auto`, a word of an offer, with `:ROOM` behind it where it knows rooms, or the
    ///   path of a description
    /// @throws dev.hearth.model.HearthException BAD_DIALECT: there is none, or its description has
    ///   a mistake, with where
    DialectWish wish(String typed);
}
