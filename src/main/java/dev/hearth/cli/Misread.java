package dev.hearth.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;

/// What is wrong with a command line, for people: picocli speaks of Java's types.
final class Misread {
    private Misread() {}

    static String sentence(ParameterException e) {
        if (e instanceof OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + " can be given only once.";
        }
        @Nullable ArgSpec argument = e.getArgSpec();
        @Nullable String value = e.getValue();
        return argument == null || value == null
                ? String.valueOf(e.getMessage())
                : "%s takes %s, not “%s”."
                        .formatted(name(argument), expected(argument.type()), value);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String expected(Class<?> type) {
        if (type == int.class
                || type == Integer.class
                || type == long.class
                || type == Long.class) {
            return "a whole number";
        }
        if (type == double.class) {
            return "a number";
        }
        if (type == Path.class) {
            return "a path that can be written in this locale (LC_ALL=C.UTF-8 has every letter)";
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" or "))
                : "something else";
    }
}
