/// The first screen: host a chat or join one. Runs on the FX thread; asks {@code HostLauncher},
/// which app implements.
@NullMarked
package dev.hearth.ui.start;

import org.jspecify.annotations.NullMarked;
