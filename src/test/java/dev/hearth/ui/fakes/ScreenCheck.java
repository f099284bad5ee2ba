package dev.hearth.ui.fakes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;

/// What holds for every text that a scene shows: it lies inside the scene and what holds it, is not
/// cut, covered or written over, and stands out from its ground as WCAG 2.2 AA asks for, measured
/// from the pixels. Scrolled content may be out of sight above and below. FX thread.
public final class ScreenCheck {
    private static final double TOLERANCE = 1;

    /// As far as the shadow of a card reaches that floats.
    private static final double SHADOW = 40;

    private final Scene scene;
    private final List<String> wanted = new ArrayList<>();

    /// The lists beside the timeline are narrow, and what they name is there in full elsewhere.
    private final List<String> mayBeCut =
            new ArrayList<>(List.of("room-preview", "room-title", "rail-person"));

    /// What lies under a scrim is out of play.
    private final List<String> mayCover = new ArrayList<>(List.of("scrim"));

    private ScreenCheck(Scene scene) {
        this.scene = scene;
    }

    public static ScreenCheck of(Scene scene) {
        return new ScreenCheck(scene);
    }

    /// Each of these has to be in sight.
    public ScreenCheck shows(String... words) {
        wanted.addAll(List.of(words));
        return this;
    }

    /// Texts in nodes of this style class may end in an ellipsis in this picture.
    ///
    /// @param reason why that is right, for who reads the test
    public ScreenCheck mayCut(String styleClass, String reason) {
        return allow(mayBeCut, styleClass, reason);
    }

    /// Nodes of this style class float over others in this picture. What is under them is not
    /// looked at, nor the contrast of what is in their shadow.
    ///
    /// @param reason why that is right, for who reads the test
    public ScreenCheck mayCover(String styleClass, String reason) {
        return allow(mayCover, styleClass, reason);
    }

    private ScreenCheck allow(List<String> classes, String styleClass, String reason) {
        assertThat(reason).as("the reason for " + styleClass).contains(" ");
        classes.add(styleClass);
        return this;
    }

    /// What is wrong, a sentence each.
    public List<String> faults() {
        SceneTexts all = SceneTexts.of(scene);
        List<String> faults = new ArrayList<>();
        List<SeenText> free = new ArrayList<>();
        for (SeenText text : all.texts()) {
            if (text.inSight().isEmpty() && text.scrolls()) {
                continue;
            }
            Optional<SceneTexts.Painted> over = all.over(text);
            if (over.isEmpty()) {
                free.add(text);
            } else if (!floats(over.get())) {
                faults.add(text + " is covered by " + over.get().region());
            }
        }
        free.forEach(text -> checkPlace(text, all, faults));
        checkOverlaps(free, faults);
        ScreenPixels pixels = ScreenPixels.of(scene);
        free.stream()
                .filter(text -> all.near(text, SHADOW).noneMatch(this::floats))
                .forEach(text -> checkContrast(text, pixels, faults));
        checkWanted(free, all.setInPieces(), faults);
        return faults;
    }

    private boolean floats(SceneTexts.Painted painted) {
        for (Node at = painted.region(); at != null; at = at.getParent()) {
            if (at.getStyleClass().stream().anyMatch(mayCover::contains)) {
                return true;
            }
        }
        return false;
    }

    private void checkPlace(SeenText text, SceneTexts all, List<String> faults) {
        if (text.isCut() && !text.isWithin(mayBeCut)) {
            faults.add(text + " is cut to “" + text.node().getText() + "”");
        }
        Optional<SceneTexts.Painted> ground = all.under(text);
        for (Rectangle2D line : text.lines()) {
            Rectangle2D letters = Areas.letters(line);
            double outside =
                    text.scrolls()
                            ? Areas.excessAcross(letters, text.clip())
                            : Areas.excess(letters, text.clip());
            if (outside > TOLERANCE && !isInField(text)) {
                faults.add(text + " is out of sight by " + (int) Math.ceil(outside) + " pixels");
                return;
            }
            if (!text.scrolls()
                    && ground.isPresent()
                    && Areas.excess(letters, ground.get().area()) > TOLERANCE) {
                faults.add(text + " sticks out of " + ground.get().region());
                return;
            }
        }
    }

    /// What is written into a field may be longer than the field.
    private static boolean isInField(SeenText text) {
        return text.isWithin(List.of("text-input"));
    }

    private static void checkOverlaps(List<SeenText> texts, List<String> faults) {
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                SeenText one = texts.get(i);
                SeenText other = texts.get(j);
                if (!one.isSameParagraphAs(other) && overlap(one, other)) {
                    faults.add(one + " and " + other + " overlap");
                }
            }
        }
    }

    private static boolean overlap(SeenText one, SeenText other) {
        for (Rectangle2D line : one.inSight()) {
            for (Rectangle2D its : other.inSight()) {
                Rectangle2D common = Areas.common(Areas.letters(line), Areas.letters(its));
                if (common.getWidth() > TOLERANCE && common.getHeight() > TOLERANCE) {
                    return true;
                }
            }
        }
        return false;
    }

    /// WCAG asks nothing of what is disabled.
    private static void checkContrast(SeenText text, ScreenPixels pixels, List<String> faults) {
        if (text.isDisabled() || !text.hasLetters() || text.whole().isEmpty()) {
            return;
        }
        double contrast = pixels.contrast(text.whole());
        if (contrast < text.contrastWanted()) {
            faults.add("%s has a contrast of %.2f".formatted(text, contrast));
        }
    }

    private void checkWanted(List<SeenText> texts, List<String> pieced, List<String> faults) {
        for (String words : wanted) {
            if (texts.stream()
                            .noneMatch(it -> it.words().contains(words) && !it.inSight().isEmpty())
                    && pieced.stream().noneMatch(it -> it.contains(words))) {
                faults.add("“" + words + "” is not to be seen");
            }
        }
    }
}
