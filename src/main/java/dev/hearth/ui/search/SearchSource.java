package dev.hearth.ui.search;

import dev.hearth.model.HistoryPage;
import dev.hearth.model.HistoryRequest;
import dev.hearth.model.Person;
import dev.hearth.model.RoomId;
import dev.hearth.model.SearchAnswer;
import dev.hearth.model.SearchRequest;
import dev.hearth.ui.kit.Directory;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javafx.scene.Node;

/// What a search asks of the chat around it. FX thread only.
public interface SearchSource {
    CompletionStage<SearchAnswer> search(SearchRequest request);

    CompletionStage<HistoryPage> history(HistoryRequest request);

    Directory people();

    /// By whom messages can be looked for, the person among them.
    List<Person> authors();

    /// Where messages can be looked for.
    List<RoomId> rooms();

    /// What a room is called in a sentence.
    String roomName(RoomId room);

    /// What stands before the name of a room in a list.
    Node roomFace(RoomId room);
}
