package dev.hearth.app;

import dev.hearth.ui.shell.OpeningWish;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/// What a second start asks of the window that is open: to come forward, and to join a chat.
///
/// @param address empty to come forward only
record Visit(Optional<String> address, Optional<String> name) {
    OpeningWish wish() {
        return address.<OpeningWish>map(it -> new OpeningWish.Join(it, name))
                .orElseGet(OpeningWish.Start::new);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(address.orElse(""));
        out.writeUTF(name.orElse(""));
    }

    static Visit read(DataInputStream in) throws IOException {
        return new Visit(given(in.readUTF()), given(in.readUTF()));
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
