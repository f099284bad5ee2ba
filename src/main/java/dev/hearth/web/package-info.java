/// The HTTP side of the chat's port: the plain page, the official client script, a folder to serve.
/// Called on an event loop, so file contents are read on virtual threads.
@NullMarked
package dev.hearth.web;

import org.jspecify.annotations.NullMarked;
