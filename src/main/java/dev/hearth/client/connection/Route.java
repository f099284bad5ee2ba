package dev.hearth.client.connection;

import dev.hearth.client.JoinRequest;
import dev.hearth.client.JoinRequest.Transports;
import dev.hearth.client.link.ChatLoop;
import dev.hearth.client.link.Diagnosis;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/// Where and by which transports a chat connects: as its person asked, or as the server there wants
/// it. Confined to the chat's loop.
final class Route {
    /// Together with [#DIAGNOSIS], the 5 s within which a person learns what is wrong.
    static final Duration CONNECT_WITHIN = Duration.ofMillis(3_500);

    static final Duration DIAGNOSIS = Duration.ofMillis(800);

    private final ChatLoop loop;

    /// Where the person wants to go, wherever that leads.
    private final JoinRequest asked;

    private JoinRequest request;

    /// Whether the server asked for led to the one that is tried now.
    private boolean redirected;

    /// When this attempt began, for its limit in time.
    private long began;

    Route(JoinRequest asked, ChatLoop loop) {
        this.asked = asked;
        this.loop = loop;
        request = asked;
    }

    JoinRequest request() {
        return request;
    }

    URI server() {
        return request.server();
    }

    /// A new attempt begins.
    ///
    /// @param proven whether the chat was online at the address that is tried now
    void begin(boolean proven) {
        began = System.nanoTime();
        if (redirected && !proven) {
            redirected = false;
            request = request.at(asked.server());
        }
    }

    /// Takes WebSocket alone where the server wants that.
    ///
    /// @return whether that is something else than before
    boolean takesOtherTransport(Diagnosis found) {
        boolean other = found.wantsWebSocket() && request.transports() == Transports.DEFAULT;
        if (other) {
            request = request.with(Transports.WEBSOCKET_ONLY);
        }
        return other;
    }

    /// Follows a redirect, once.
    ///
    /// @return whether it did
    boolean follows(Diagnosis found) {
        if (found.leadsTo().isEmpty() || redirected) {
            return false;
        }
        redirected = true;
        request = request.at(found.leadsTo().get());
        return true;
    }

    /// How long the server that a redirect leads to has to let the chat in.
    Duration left() {
        Duration left = CONNECT_WITHIN.minusNanos(System.nanoTime() - began);
        return left.compareTo(DIAGNOSIS) < 0 ? DIAGNOSIS : left;
    }

    /// Asks the server what it is.
    ///
    /// @param then gets the answer, on the loop
    void diagnose(Consumer<Diagnosis> then) {
        Diagnosis.ask(server(), DIAGNOSIS, found -> loop.run(() -> then.accept(found)));
    }
}
