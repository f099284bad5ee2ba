package dev.hearth.client.dialect;

import dev.hearth.protocol.DataPath;
import dev.hearth.protocol.Description.MessageShape;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A message of a server that is described.
///
/// @param author empty where the server does not tell
/// @param time as the server wrote it
record DescribedMessage(String text, String author, Optional<String> time) {
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Pattern MILLIS = Pattern.compile("\\d{12,14}");

    /// Where the description does not fit, or an object is in the place of the text, what is usual
    /// counts. Empty when there is no text.
    static Optional<DescribedMessage> of(MessageShape shape, List<@Nullable Object> arguments) {
        Optional<String> time = shape.time().flatMap(path -> path.text(arguments));
        Optional<Object> found = shape.text().in(arguments);
        if (found.isPresent() && found.get() instanceof String text) {
            return Optional.of(new DescribedMessage(text, author(shape, arguments), time));
        }
        List<@Nullable Object> usual = found.isPresent() ? List.of(found.get()) : arguments;
        return PlainMessage.of(usual).map(it -> new DescribedMessage(it.text(), it.author(), time));
    }

    private static String author(MessageShape shape, List<@Nullable Object> arguments) {
        return shape.name().flatMap((DataPath path) -> path.text(arguments)).orElse("");
    }

    /// When it was written: a time of day alone says too little, and a clock may be wrong.
    Instant at(Instant now) {
        return time.flatMap(DescribedMessage::read)
                .filter(it -> it.isAfter(Instant.EPOCH) && it.isBefore(now.plus(AHEAD)))
                .orElse(now);
    }

    private static Optional<Instant> read(String time) {
        try {
            return Optional.of(
                    MILLIS.matcher(time).matches()
                            ? Instant.ofEpochMilli(Long.parseLong(time))
                            : Instant.parse(time));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
