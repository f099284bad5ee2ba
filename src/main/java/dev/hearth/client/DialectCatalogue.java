package dev.hearth.client;

import java.util.List;

/// The dialects that a person can choose from. Calls read the disk; any thread.
public interface DialectCatalogue {
    /// The word for finding it out, whatever was chosen before.
    String AUTO = "auto";

    /// Nothing to choose from.
    DialectCatalogue NONE =
            new DialectCatalogue() {
                @Override
                public List<Offer> offers() {
                    return List.of();
                }

                @Override
                public DialectWish wish(String typed) {
                    return DialectWish.NONE;
                }
            };

    /// @param word by which a person chooses it
    /// @param chosen the same for [DialectWish]
    /// @param about what server speaks it: the words of a person's own description, or what is
    ///   wrong with it; empty for those of this program
    /// @param hasRooms whether a room can be named behind it
    record Offer(String word, String chosen, String about, boolean hasRooms) {}

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
