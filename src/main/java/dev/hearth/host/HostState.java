package dev.hearth.host;

/// The people and rooms of a chat, for the length of one turn of the host loop. [ChatHost#call],
/// [ChatHost#run] and [HostListener] hand it out.
///
/// It expires when its turn ends, and answers on the loop's thread only: code that keeps it, or
/// takes it to another thread, fails at once instead of reading what the loop is changing.
public final class HostState {
    private final People people;
    private final Rooms rooms;
    private final Thread loop = Thread.currentThread();
    private boolean over;

    /// On the loop.
    HostState(People people, Rooms rooms) {
        this.people = people;
        this.rooms = rooms;
    }

    /// The people of this chat.
    ///
    /// @throws IllegalStateException the turn is over, or another thread asks
    public People people() {
        check();
        return people;
    }

    /// The rooms of this chat.
    ///
    /// @throws IllegalStateException the turn is over, or another thread asks
    public Rooms rooms() {
        check();
        return rooms;
    }

    void end() {
        over = true;
    }

    private void check() {
        if (!Thread.currentThread().equals(loop) || over) {
            throw new IllegalStateException("a chat's state is read within a turn of its loop");
        }
    }
}
