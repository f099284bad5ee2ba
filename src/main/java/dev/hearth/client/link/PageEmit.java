package dev.hearth.client.link;

import dev.hearth.client.MessageArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a chat's own page sends a message, read from its code without running it: the arguments of
/// `emit('chat message', …)`. Stateless; takes time in proportion to the code, whatever is in it.
final class PageEmit {
    private static final Pattern EMIT =
            Pattern.compile("\\bemit(WithAck)?\\s{0,99}\\(\\s{0,99}([\"'`])chat message\\2");

    /// socket.io-client then adds a callback to each message by itself.
    private static final Pattern RETRIES =
            Pattern.compile("\\bretries[\"']?\\s{0,9}:\\s{0,9}[1-9]");

    private static final Pattern CALLBACK =
            Pattern.compile(
                    "^(?:async\\b|function\\b).*|^(?:\\([^()]*\\)|[\\w$]+)\\s*=>.*"
                            + "|^(?:cb|fn|ack|done|next|callback|\\w*Callback|\\w*Ack|on[A-Z]\\w*)$",
                    Pattern.DOTALL);

    private static final Pattern NAME =
            Pattern.compile("nick|user|name|author|sender", Pattern.CASE_INSENSITIVE);

    private static final Pattern PLACE =
            Pattern.compile("room|channel|\\bto\\b|target|group", Pattern.CASE_INSENSITIVE);

    private static final Pattern ID =
            Pattern.compile("(?i:offset|uuid|nonce|counter|\\bid\\b|key\\b)|Id\\b|ID\\b");

    /// Further than this no argument is read.
    private static final int LONGEST_CALL = 4_000;

    /// Nor are more calls looked at that are comments or not understood.
    private static final int MOST_CALLS = 100;

    private PageEmit() {}

    /// Empty when the code sends no message in a way that is understood.
    static Optional<MessageArguments> in(String code) {
        boolean retries = RETRIES.matcher(code).find();
        Matcher emit = EMIT.matcher(code);
        for (int calls = 0; calls < MOST_CALLS && emit.find(); calls++) {
            Optional<List<String>> arguments = arguments(code, emit.end());
            if (arguments.isPresent() && !isComment(code, emit.start())) {
                return Optional.of(of(arguments.get(), emit.group(1) != null || retries));
            }
        }
        return Optional.empty();
    }

    private static MessageArguments of(List<String> arguments, boolean answered) {
        boolean callback = arguments.size() > 1 && CALLBACK.matcher(arguments.getLast()).matches();
        List<String> values = callback ? arguments.subList(0, arguments.size() - 1) : arguments;
        boolean acknowledged = callback || answered;
        if (values.size() == 1) {
            return acknowledged ? MessageArguments.CALLBACK : MessageArguments.TEXT;
        }
        if (values.size() != 2 || PLACE.matcher(values.getLast()).find()) {
            return MessageArguments.TEXT;
        }
        if (NAME.matcher(values.getLast()).find()) {
            return acknowledged ? MessageArguments.TEXT : MessageArguments.NAME;
        }
        return acknowledged || ID.matcher(values.getLast()).find()
                ? MessageArguments.OFFSET
                : MessageArguments.TEXT;
    }

    private static boolean isComment(String code, int at) {
        String before = code.substring(Math.max(0, at - 200), at);
        String line = before.substring(before.lastIndexOf('\n') + 1);
        return line.matches("\\s*(?:\\*|/\\*|<!--).*|(?:.*[^:])?//.*");
    }

    /// What follows the event's name up to the closing bracket; empty when it is not to be found,
    /// or when the list is spread from somewhere else.
    private static Optional<List<String>> arguments(String code, int from) {
        List<String> all = new ArrayList<>();
        int end = Math.min(code.length(), from + LONGEST_CALL);
        int start = from;
        int depth = 0;
        for (int i = from; i < end; i++) {
            char c = code.charAt(i);
            switch (c) {
                case '"', '\'', '`' -> i = endOfText(code, i, end);
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> {
                    depth--;
                    if (depth < 0) {
                        add(all, code.substring(start, i));
                        return all.isEmpty()
                                        || all.stream().anyMatch(each -> each.startsWith("..."))
                                ? Optional.empty()
                                : Optional.of(all);
                    }
                }
                case ',' -> {
                    if (depth == 0) {
                        add(all, code.substring(start, i));
                        start = i + 1;
                    }
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    /// The piece before the first comma is the rest of the event's name, which is nothing.
    private static void add(List<String> all, String argument) {
        if (!argument.isBlank()) {
            all.add(argument.strip());
        }
    }

    private static int endOfText(String code, int from, int end) {
        for (int i = from + 1; i < end; i++) {
            if (code.charAt(i) == '\\') {
                i++;
            } else if (code.charAt(i) == code.charAt(from)) {
                return i;
            }
        }
        return end;
    }
}
