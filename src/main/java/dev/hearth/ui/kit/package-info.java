/// What every screen shares: the batcher between background threads and the FX thread, theme,
/// icons, fonts, texts. Knows no feature.
@NullMarked
package dev.hearth.ui.kit;

import org.jspecify.annotations.NullMarked;
