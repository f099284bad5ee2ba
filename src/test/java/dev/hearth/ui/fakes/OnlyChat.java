package dev.hearth.ui.fakes;

import dev.hearth.ui.notices.NoticeWindow;
import java.util.Optional;

/// A window that shows the only chat there is, and is looked at.
public final class OnlyChat implements NoticeWindow {
    @Override
    public boolean isFocused() {
        return true;
    }

    @Override
    public boolean showsChat() {
        return true;
    }

    @Override
    public Optional<String> chatName() {
        return Optional.empty();
    }

    @Override
    public boolean comeForward() {
        return true;
    }
}
