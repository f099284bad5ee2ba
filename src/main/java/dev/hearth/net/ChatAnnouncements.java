package dev.hearth.net;

import dev.hearth.lan.LocalAddresses;
import dev.hearth.lan.LocalAddresses.Candidate;
import dev.hearth.lan.ServerAddress;
import dev.hearth.model.Names;
import dev.hearth.model.SafeText;
import dev.hearth.net.mdns.FoundService;
import dev.hearth.net.mdns.Offer;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Chats as services, and services as chats: what stands in an announcement. Stateless.
///
/// A chat is a `_hearth._tcp` whose text has `id`, `name` and `people`, and beside it an
/// `_http._tcp` for other programs, whose page is at `path`.
final class ChatAnnouncements {
    static final String TYPE = "_hearth._tcp";
    private static final String WEB_TYPE = "_http._tcp";

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{8,64}");
    private static final int SHOWN_OF_ID = 6;
    private static final int MOST_NAME_CHARACTERS = 80;
    private static final int MOST_PEOPLE = 1_000_000;
    private static final int MOST_ADDRESSES = 8;
    private static final int MOST_CHATS = 100;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}");

    private ChatAnnouncements() {}

    /// The part of the id behind the name tells namesakes apart.
    static List<Offer> offers(AnnouncedChat chat) {
        String suffix =
                " (" + chat.id().substring(0, Math.min(SHOWN_OF_ID, chat.id().length())) + ")";
        Map<String, String> text =
                Map.of(
                        "id", chat.id(),
                        "name", chat.name(),
                        "people", Integer.toString(chat.people()));
        return List.of(
                new Offer(TYPE, chat.name(), suffix, chat.port(), chat.only(), text),
                new Offer(
                        WEB_TYPE,
                        chat.name(),
                        suffix,
                        chat.port(),
                        chat.only(),
                        Map.of("path", "/")));
    }

    /// One chat an id, a hundred at most. Whoever was heard first with an id says its name: another
    /// who uses the same adds addresses behind, and no more.
    static List<FoundChat> chats(List<FoundService> services) {
        Map<String, List<FoundService>> byId = new LinkedHashMap<>();
        for (FoundService each : services) {
            String id = each.text().getOrDefault("id", "");
            if (ID.matcher(id).matches() && (byId.size() < MOST_CHATS || byId.containsKey(id))) {
                byId.computeIfAbsent(id, _ -> new ArrayList<>()).add(each);
            }
        }
        return byId.entrySet().stream()
                .map(each -> chat(each.getKey(), each.getValue()))
                .sorted(
                        Comparator.comparing((FoundChat each) -> Names.folded(each.name()))
                                .thenComparing(FoundChat::id))
                .toList();
    }

    private static FoundChat chat(String id, List<FoundService> services) {
        Map<String, String> text = services.getFirst().text();
        return new FoundChat(
                id,
                name(text.getOrDefault("name", services.getFirst().label())),
                people(text.getOrDefault("people", "")),
                addresses(services));
    }

    private static String name(String told) {
        String shown = SafeText.shownLine(told).strip();
        if (SafeText.isBlank(shown)) {
            return "Hearth";
        }
        int length = shown.codePointCount(0, shown.length());
        return length <= MOST_NAME_CHARACTERS
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, MOST_NAME_CHARACTERS)) + "…";
    }

    private static int people(String told) {
        return NUMBER.matcher(told).matches() ? Math.min(Integer.parseInt(told), MOST_PEOPLE) : 0;
    }

    private record Place(Candidate candidate, int port) {
        /// An address that holds on one link only is written with its interface.
        private Optional<URI> url() {
            if (!candidate.address().isLinkLocalAddress()) {
                return Optional.of(LocalAddresses.url(candidate.address(), port));
            }
            String text = candidate.address().getHostAddress();
            return ServerAddress.parsed(
                    (text.contains(":") ? "[" + text + "]" : text) + ":" + port);
        }
    }

    private static List<URI> addresses(List<FoundService> services) {
        return services.stream()
                .flatMap(
                        service ->
                                service.addresses().stream()
                                        .map(
                                                address ->
                                                        new Place(
                                                                new Candidate(
                                                                        address,
                                                                        service.interfaceName()),
                                                                service.port())))
                .sorted(Comparator.comparing(Place::candidate, LocalAddresses.BEST_FIRST))
                .flatMap(each -> each.url().stream())
                .distinct()
                .limit(MOST_ADDRESSES)
                .toList();
    }
}
