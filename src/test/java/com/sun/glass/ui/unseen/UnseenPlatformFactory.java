package com.sun.glass.ui.unseen;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Pixels;
import com.sun.glass.ui.View;
import com.sun.glass.ui.headless.HeadlessApplication;
import com.sun.glass.ui.headless.HeadlessPlatformFactory;
import com.sun.glass.ui.headless.HeadlessView;

/// JavaFX's headless platform without its picture of the screen, which it puts together pixel by
/// pixel on the FX thread after each pulse: a third of the time that the tests of the window took.
/// Nobody looks at it, pictures are made from scenes. JavaFX finds this class by the name of its
/// package and `-Dglass.platform=Unseen`.
public final class UnseenPlatformFactory extends HeadlessPlatformFactory {
    @Override
    public Application createApplication() {
        return new UnseenApplication();
    }

    private static final class UnseenApplication extends HeadlessApplication {
        @Override
        public View createView() {
            return new UnseenView();
        }
    }

    private static final class UnseenView extends HeadlessView {
        @Override
        protected void _uploadPixels(long pointer, Pixels pixels) {
            // Nowhere to go.
        }
    }
}
