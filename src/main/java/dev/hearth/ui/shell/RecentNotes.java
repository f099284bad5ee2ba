package dev.hearth.ui.shell;

import dev.hearth.model.ConnectionState;
import dev.hearth.settings.RecentChat;
import dev.hearth.settings.RecentChat.Said;
import dev.hearth.ui.kit.FxContext;
import dev.hearth.ui.kit.LastSaid;
import dev.hearth.ui.kit.Subscriptions;
import dev.hearth.ui.start.RecentChats;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.util.Subscription;

/// What the list of recent chats shows of those that are open: their names, and what was said last.
///
/// Written at most once in [#PAUSE] however much is said, and when the window closes; at once where
/// what is written was changed or deleted, since nobody is to read it there any more. Nothing that
/// was said is kept of a chat that the person left, or may not come into any more. FX thread only.
final class RecentNotes {
    static final Duration PAUSE = Duration.ofSeconds(30);

    private final RecentChats recent;
    private final KnownHosts known;
    private final FxContext context;
    private final Map<OpenChat, Following> followed = new HashMap<>();

    RecentNotes(RecentChats recent, KnownHosts known, FxContext context) {
        this.recent = recent;
        this.known = known;
        this.context = context;
    }

    /// Writes down what happens in `chat` until [#left] or [#closed]. A chat that is hosted here is
    /// not among the recent ones: it is opened again by hosting.
    void follow(OpenChat chat) {
        if (!chat.isHosted()) {
            mergeWithItsOtherAddresses(chat);
            followed.put(chat, new Following(chat));
        }
    }

    /// The person left `chat`.
    void left(OpenChat chat) {
        Optional.ofNullable(followed.remove(chat)).ifPresent(Following::forget);
    }

    /// The window closes, and comes back to the chats another time.
    void closed() {
        followed.values().forEach(Following::end);
        followed.clear();
    }

    /// The same host may be in the list under another of its addresses.
    private void mergeWithItsOtherAddresses(OpenChat chat) {
        context.deliver(
                known.sameHost(chat.server(), recent.beside(chat.server())),
                (other, error) -> {
                    if (other != null) {
                        other.ifPresent(recent::forget);
                    }
                });
    }

    private final class Following {
        private final OpenChat chat;
        private final Subscriptions subscriptions = new Subscriptions();
        private Subscription waiting = Subscription.EMPTY;
        private boolean isWaiting;
        private Optional<LastSaid> written = Optional.empty();

        Following(OpenChat chat) {
            this.chat = chat;
            subscriptions.add(
                    chat.model().lastSaidProperty().subscribe((before, now) -> heard(now)));
            subscriptions.add(
                    chat.model().chatNameProperty().subscribe((before, now) -> writeSoon()));
            writeSoon();
        }

        private void heard(Optional<LastSaid> now) {
            if (written.filter(it -> isAbout(it, now) && !now.equals(written)).isPresent()) {
                write();
            } else {
                writeSoon();
            }
        }

        private static boolean isAbout(LastSaid before, Optional<LastSaid> now) {
            return now.filter(it -> it.id().equals(before.id())).isPresent();
        }

        private void writeSoon() {
            if (!isWaiting) {
                isWaiting = true;
                waiting = context.timers().once(PAUSE, this::write);
            }
        }

        private void write() {
            stopWaiting();
            if (isRefused()) {
                keepNothingSaid();
            } else {
                written = chat.model().lastSaidProperty().get();
                recent.note(chat.server(), this::told);
            }
        }

        /// What is not known yet, or not told again, stays as it was the last time.
        private RecentChat told(RecentChat before) {
            String name = chat.model().chatNameProperty().get();
            RecentChat named = name.isEmpty() ? before : before.named(name);
            return written.isEmpty() ? named : named.saying(written.flatMap(Following::said));
        }

        /// Empty where it was deleted.
        private static Optional<Said> said(LastSaid last) {
            return last.line().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Said(last.line(), last.at()));
        }

        private void keepNothingSaid() {
            written = Optional.empty();
            recent.note(chat.server(), before -> before.saying(Optional.empty()));
        }

        private boolean isRefused() {
            return chat.model().connectionProperty().get() instanceof ConnectionState.Refused;
        }

        private void stopWaiting() {
            isWaiting = false;
            waiting.unsubscribe();
        }

        void end() {
            subscriptions.close();
            write();
        }

        void forget() {
            subscriptions.close();
            stopWaiting();
            keepNothingSaid();
        }
    }
}
