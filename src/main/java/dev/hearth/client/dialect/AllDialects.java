package dev.hearth.client.dialect;

import dev.hearth.client.DialectWish;
import dev.hearth.client.JoinRequest;
import dev.hearth.client.replica.ReplicaWriter;
import dev.hearth.model.Event;
import dev.hearth.model.HearthException;
import dev.hearth.protocol.Description;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Every dialect of this program, and those that a person describes. Stateless.
final class AllDialects implements DialectList {
    static final String HEARTH = "hearth";
    static final String PLAIN = "plain";
    static final String PRIVATE = "private";

    /// Recognised by itself: the others that are shipped have names of events that mean many
    /// things.
    private static final String OFFICIAL = "chat";

    static final Set<String> CODED = Set.of(HEARTH, PRIVATE, PLAIN);

    /// `/hearth` comes before `/`, which almost every server has.
    @Override
    public List<Dialect> of(JoinRequest request, DialectContext context, ReplicaWriter writer) {
        return List.of(
                new HearthDialect(request, context, writer),
                new PrivateDialect(request, context),
                new DescribedDialect(OFFICIAL, Descriptions.shipped(OFFICIAL), request, context),
                new PlainDialect(request, context, writer));
    }

    @Override
    public DialectSelection select(DialectWish wish) {
        return wish.chosen().isPresent()
                ? only(wish.chosen().get())
                : wish.folder().map(AllDialects::with).orElse(DialectSelection.ALL);
    }

    private static DialectSelection only(String word) {
        if (CODED.contains(word)) {
            return (all, _, _) -> all.stream().filter(it -> it.word().equals(word)).toList();
        }
        Description description = DialectWord.of(word).read();
        return (_, request, context) ->
                List.of(new DescribedDialect(word, description, request, context));
    }

    /// A stranger is asked for no further namespace than it is anyway: descriptions of another one
    /// are for those who choose them.
    private static DialectSelection with(Path folder) {
        Map<String, Description> described = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, Path> each : Descriptions.in(folder).entrySet()) {
            try {
                Description description = Descriptions.file(each.getValue());
                if (description.namespace().equals("/")) {
                    described.put(each.getKey(), description);
                }
            } catch (HearthException e) {
                faults.add(e.sentence());
            }
        }
        return (all, request, context) -> {
            faults.forEach(each -> context.tell(new Event.Noticed(each)));
            List<Dialect> more = new ArrayList<>(all);
            int root = more.indexOf(first(all, "/"));
            described.forEach(
                    (word, description) ->
                            more.add(
                                    root,
                                    new DescribedDialect(word, description, request, context)));
            return more;
        };
    }

    private static Dialect first(List<Dialect> all, String namespace) {
        return all.stream()
                .filter(it -> it.namespace().equals(namespace))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Optional<String> nearest(EventNames names) {
        return Descriptions.SHIPPED.stream()
                .map(word -> new Near(word, nearness(Descriptions.shipped(word), names)))
                .filter(near -> near.points() > 0)
                .reduce((best, next) -> next.points() > best.points() ? next : best)
                .map(Near::word);
    }

    private record Near(String word, long points) {}

    private static long nearness(Description description, EventNames names) {
        long heard = names.said().stream().filter(description::hears).count();
        long sent = names.page().sent().stream().filter(description::sends).count();
        long shown = names.page().heard().stream().filter(description::hears).count();
        return heard + sent + shown;
    }
}
