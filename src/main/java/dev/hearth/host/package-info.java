/// The rules of a hosted chat. [ChatHost] is what others see; one thread, [HostLoop], owns rooms
/// and people, takes commands from a bounded queue, decides them ([Decisions], with
/// [CommandValidator], [MessageRules], [RoomRules] and [Permissions]), commits them ([Commits],
/// [CommitBatch]) and makes them known. Knows no socket. Depends on store and model.
@NullMarked
package dev.hearth.host;

import org.jspecify.annotations.NullMarked;
