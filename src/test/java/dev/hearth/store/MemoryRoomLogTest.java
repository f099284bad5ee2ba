package dev.hearth.store;

final class MemoryRoomLogTest extends RoomLogContract {
    private final RoomLog log = new MemoryRoomLog();

    @Override
    RoomLog log() {
        return log;
    }
}
