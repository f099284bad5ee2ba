package dev.hearth.app;

/// The start of the program. It must not extend `javafx.application.Application`: on the class path
/// that would be refused.
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("Hearth");
    }
}
