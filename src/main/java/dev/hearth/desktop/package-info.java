/// What the desktop around the window offers: notifications, by D-Bus. Knows no chat.
@NullMarked
package dev.hearth.desktop;

import org.jspecify.annotations.NullMarked;
