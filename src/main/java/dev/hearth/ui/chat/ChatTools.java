package dev.hearth.ui.chat;

import dev.hearth.ui.hosting.HostedHere;
import dev.hearth.ui.kit.LinkOpener;
import dev.hearth.ui.kit.Sheets;
import dev.hearth.ui.kit.Toasts;
import dev.hearth.ui.notices.NoticeTools;
import java.util.Optional;
import javafx.scene.Node;

/// What a chat on screen borrows from the window around it.
///
/// @param menu the menu of the window, shown at the end of the header
/// @param hosted of a chat that this window hosts
public record ChatTools(
        Toasts toasts,
        Sheets sheets,
        LinkOpener links,
        Node menu,
        NoticeTools notices,
        Optional<HostedHere> hosted) {}
