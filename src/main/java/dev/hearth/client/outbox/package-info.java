/// A person's commands until the server of a joined chat has confirmed them: one state per command,
/// on disk where there is one, in order, and nothing sent twice that could be done twice. How a
/// server confirms is its dialect's [dev.hearth.client.outbox.ConfirmationPolicy]. Everything here
/// is confined to the chat's loop. Depends on log.sqlite for what is stored, protocol and model.
@NullMarked
package dev.hearth.client.outbox;

import org.jspecify.annotations.NullMarked;
