package dev.hearth.net;

import dev.hearth.net.mdns.MulticastDns;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/// Chats by multicast DNS. Thread-safe.
public final class MulticastNeighbourhood implements Neighbourhood {
    /// `off` keeps this program from saying or hearing anything by multicast.
    static final String SWITCH = "HEARTH_DISCOVERY";

    private final MulticastDns dns = new MulticastDns();

    private MulticastNeighbourhood() {}

    /// That of this computer, unless the environment says that there is to be none.
    public static Neighbourhood of(Map<String, String> environment) {
        return "off".equals(environment.get(SWITCH))
                ? Neighbourhood.NONE
                : new MulticastNeighbourhood();
    }

    @Override
    public Watch watch(Consumer<Surroundings> told) {
        var search =
                dns.search(
                        ChatAnnouncements.TYPE,
                        new Consumer<>() {
                            private Optional<Surroundings> last = Optional.empty();

                            @Override
                            public void accept(MulticastDns.Finding finding) {
                                var now =
                                        new Surroundings(
                                                ChatAnnouncements.chats(finding.services()),
                                                finding.listening());
                                if (!last.equals(Optional.of(now))) {
                                    last = Optional.of(now);
                                    told.accept(now);
                                }
                            }
                        });
        return search::close;
    }

    @Override
    public Notice announce(AnnouncedChat chat) {
        var announcement = dns.announce(ChatAnnouncements.offers(chat));
        return new Notice() {
            @Override
            public void change(AnnouncedChat now) {
                announcement.change(ChatAnnouncements.offers(now));
            }

            @Override
            public void close() {
                announcement.close();
            }
        };
    }

    @Override
    public boolean isComputer(String name) {
        try {
            InetAddress.getByName(name);
            return true;
        } catch (UnknownHostException _) {
            return false;
        }
    }

    /// A question that is lost is asked again after a second.
    @Override
    public Duration patience() {
        return Duration.ofSeconds(2);
    }

    @Override
    public CompletionStage<URI> way(FoundChat chat) {
        return FirstAnswer.of(chat.addresses());
    }
}
