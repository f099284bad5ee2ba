/// Main, the one composition root (wired by hand), lifecycle and single instance. It sees
/// everything and nothing sees it.
@NullMarked
package dev.hearth.app;

import org.jspecify.annotations.NullMarked;
