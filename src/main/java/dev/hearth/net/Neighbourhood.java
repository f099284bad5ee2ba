package dev.hearth.net;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// The networks of this computer, as far as chats are announced there. Thread-safe.
public interface Neighbourhood {
    /// Nobody is heard, and nobody hears.
    Neighbourhood NONE =
            new Neighbourhood() {
                @Override
                public Watch watch(Consumer<Surroundings> told) {
                    told.accept(new Surroundings(List.of(), false));
                    return () -> {};
                }

                @Override
                public Notice announce(AnnouncedChat chat) {
                    return Notice.NONE;
                }
            };

    /// What is around at one moment.
    ///
    /// @param chats ordered by their names
    /// @param listening false where there is no network, or none of it can be listened to
    record Surroundings(List<FoundChat> chats, boolean listening) {
        public Surroundings {
            chats = List.copyOf(chats);
        }
    }

    /// Goes on until it is closed.
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /// An announcement, until it is closed.
    interface Notice extends AutoCloseable {
        Notice NONE =
                new Notice() {
                    @Override
                    public void change(AnnouncedChat chat) {}

                    @Override
                    public void close() {}
                };

        /// Announces the chat as it is now. Neighbours hear of it within six seconds.
        void change(AnnouncedChat chat);

        /// Says goodbye: neighbours see it go within two seconds. Waits for half a second at most.
        @Override
        void close();
    }

    /// Has what is around told, at each change, until the watch is closed.
    ///
    /// @param told on a thread that must not be blocked
    Watch watch(Consumer<Surroundings> told);

    /// Lets everybody on these networks know of a chat.
    Notice announce(AnnouncedChat chat);

    /// Whether a computer goes by this name, which may take seconds to find out.
    default boolean isComputer(String name) {
        return false;
    }

    /// How long to wait until everybody who is around was heard.
    default Duration patience() {
        return Duration.ZERO;
    }

    /// The address at which `chat` answers; its best one when none does. Only a chat that a person
    /// chose may be asked for.
    default CompletionStage<URI> way(FoundChat chat) {
        return CompletableFuture.completedStage(chat.addresses().getFirst());
    }
}
