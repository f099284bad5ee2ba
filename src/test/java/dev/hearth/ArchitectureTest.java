package dev.hearth;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.hearth.host.HostState;
import dev.hearth.host.People;
import dev.hearth.host.Rooms;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The layers of docs/map.md: who may see whom, and which library belongs to which package.
final class ArchitectureTest {
    private static final String ROOT = "dev.hearth.";

    /// What only [HostState] hands out.
    private static final Set<Class<?>> LIVE = Set.of(People.class, Rooms.class);

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.hearth");

    /// Each package of ours and what it may see of ours besides itself.
    private static final Map<String, Set<String>> MAY_SEE = new TreeMap<>();

    static {
        MAY_SEE.put("model", Set.of());
        MAY_SEE.put("socketio.http", Set.of());
        MAY_SEE.put("socketio.engine", Set.of("socketio.http"));
        MAY_SEE.put("socketio", Set.of("socketio.engine", "socketio.http"));
        MAY_SEE.put("protocol", Set.of("model"));
        MAY_SEE.put("files", Set.of());
        MAY_SEE.put("desktop", Set.of());
        MAY_SEE.put("sqlite", Set.of());
        MAY_SEE.put("log", Set.of("model"));
        MAY_SEE.put("log.sqlite", Set.of("log", "sqlite", "files", "protocol", "model"));
        MAY_SEE.put("export", Set.of("log", "model"));
        MAY_SEE.put("settings", Set.of("files", "model"));
        MAY_SEE.put("lan", Set.of("model"));
        MAY_SEE.put("qr", Set.of());
        MAY_SEE.put("net.mdns", Set.of());
        MAY_SEE.put("net", Set.of("net.mdns", "lan", "model"));
        MAY_SEE.put("client", Set.of("model"));
        MAY_SEE.put("client.link", Set.of("client", "model"));
        MAY_SEE.put("client.outbox", Set.of("log.sqlite", "protocol", "model"));
        MAY_SEE.put(
                "client.replica",
                Set.of(
                        "client",
                        "client.link",
                        "client.outbox",
                        "log",
                        "log.sqlite",
                        "protocol",
                        "model"));
        MAY_SEE.put(
                "client.dialect",
                Set.of(
                        "client",
                        "client.link",
                        "client.outbox",
                        "client.replica",
                        "protocol",
                        "model"));
        MAY_SEE.put(
                "client.connection",
                Set.of("client", "client.link", "client.dialect", "client.replica", "model"));
        MAY_SEE.put("host", Set.of("log", "model"));
        MAY_SEE.put("web", Set.of("socketio.http", "model"));
        MAY_SEE.put(
                "gateway",
                Set.of(
                        "host",
                        "socketio",
                        "socketio.engine",
                        "socketio.http",
                        "protocol",
                        "model"));
        MAY_SEE.put("cli", Set.of("client", "net", "lan", "settings", "model"));
        Set<String> feature = Set.of("ui.kit", "ui.text", "client", "lan", "settings", "model");
        MAY_SEE.put("ui.text", Set.of("ui.kit", "model"));
        MAY_SEE.put("ui.kit", Set.of("client", "lan", "settings", "model"));
        MAY_SEE.put("ui.hosting", feature);
        MAY_SEE.put(
                "ui.start",
                Set.of(
                        "ui.kit",
                        "ui.text",
                        "ui.hosting",
                        "client",
                        "net",
                        "lan",
                        "settings",
                        "model"));
        MAY_SEE.put("ui.timeline", feature);
        MAY_SEE.put("ui.composer", feature);
        MAY_SEE.put("ui.rooms", feature);
        MAY_SEE.put("ui.people", feature);
        MAY_SEE.put("ui.notices", feature);
        MAY_SEE.put("ui.search", feature);
        MAY_SEE.put(
                "ui.settings",
                Set.of("ui.kit", "ui.text", "ui.notices", "client", "lan", "settings", "model"));
        MAY_SEE.put(
                "ui.chat",
                Set.of(
                        "ui.kit",
                        "ui.text",
                        "ui.timeline",
                        "ui.composer",
                        "ui.rooms",
                        "ui.people",
                        "ui.notices",
                        "ui.search",
                        "ui.hosting",
                        "client",
                        "qr",
                        "lan",
                        "settings",
                        "model"));
        MAY_SEE.put(
                "ui.shell",
                Set.of(
                        "ui.kit",
                        "ui.text",
                        "ui.start",
                        "ui.chat",
                        "ui.notices",
                        "ui.settings",
                        "ui.hosting",
                        "client",
                        "net",
                        "lan",
                        "settings",
                        "model"));
    }

    @TestFactory
    Stream<DynamicTest> layers() {
        return MAY_SEE.entrySet().stream()
                .map(
                        rule ->
                                DynamicTest.dynamicTest(
                                        rule.getKey(),
                                        () -> seesOnly(rule.getKey(), rule.getValue())));
    }

    private static void seesOnly(String name, Set<String> seen) {
        DescribedPredicate<JavaClass> others =
                DescribedPredicate.describe(
                        "what " + name + " may not see",
                        target ->
                                target.getPackageName().startsWith(ROOT)
                                        && !layer(target).equals(name)
                                        && !seen.contains(layer(target)));
        noClasses()
                .that()
                .resideInAPackage(ROOT + name)
                .should()
                .dependOnClassesThat(others)
                .because("a layer is understood and tested with what is below it alone")
                .check(CLASSES);
    }

    @Test
    void everyPackageHasItsRule() {
        Assertions.assertThat(CLASSES.stream().map(ArchitectureTest::layer).distinct())
                .allMatch(layer -> layer.equals("app") || MAY_SEE.containsKey(layer));
    }

    @Test
    void javafxOnlyInTheWindow() {
        only(
                "javafx..",
                "everything else runs where there is no screen",
                ROOT + "ui..",
                ROOT + "app");
    }

    @Test
    void nettyOnlyInSocketio() {
        only("io.netty..", "its buffers and threads need one owner", ROOT + "socketio..");
    }

    @Test
    void nettySocketioOnlyInTheServerThatListens() {
        noClasses()
                .that()
                .haveNameNotMatching("dev\\.hearth\\.socketio\\.ListeningServer(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.corundumstudio..")
                .because("its server binds and configures, the protocol is ours")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycle() {
        slices().matching("dev.hearth.(**)")
                .should()
                .beFreeOfCycles()
                .because("a layer is read and tested without those above it")
                .check(CLASSES);
    }

    @Test
    void theSocketClientOnlyInItsLink() {
        only("io.socket..", "its threads and buffers need one owner", ROOT + "client.link");
        only("org.json..", "it is the JSON of that client alone", ROOT + "client.link");
        only("okhttp3..", "its threads and buffers need one owner", ROOT + "client.link");
    }

    @Test
    void jacksonOnlyWhereJsonIsReadAndWritten() {
        only(
                "com.fasterxml..",
                "the rest of the house speaks the neutral tree",
                ROOT + "protocol",
                ROOT + "log.sqlite",
                ROOT + "export",
                ROOT + "socketio");
    }

    @Test
    void dbusIsSpokenInOnePlace() {
        only("org.freedesktop.dbus..", "one package knows what a desktop is", ROOT + "desktop");
    }

    @Test
    void codesAreDrawnInOnePlace() {
        only("com.google.zxing..", "the rest of the house knows our modules alone", ROOT + "qr");
    }

    @Test
    void markdownIsReadInOnePlace() {
        only("org.commonmark..", "the rest of the window knows our blocks alone", ROOT + "ui.text");
    }

    @Test
    void databasesOnlyInTheirKitAndTheLogs() {
        only("java.sql..", "a log has one writer", ROOT + "sqlite", ROOT + "log.sqlite");
    }

    @Test
    void viewModelsHoldNoScene() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.application..")
                .because("they are tested without a toolkit")
                .check(CLASSES);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Util|Utils|Helper)")
                .because("such a name says nothing")
                .check(CLASSES);
    }

    @Test
    void nobodyPrintsPastTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "cli", ROOT + "app")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("what is printed is the command line's to decide")
                .check(CLASSES);
    }

    /// A field, a parameter (a variable that a lambda captures becomes one) or a result could carry
    /// them out of the turn of the host loop in which [HostState] hands them out.
    @Test
    void nobodyHoldsTheHostsState() {
        Assertions.assertThat(
                        CLASSES.stream()
                                .filter(type -> !layer(type).equals("host"))
                                .filter(ArchitectureTest::dependsOnLiveState)
                                .map(JavaClass::reflect)
                                .filter(type -> carried(type).anyMatch(LIVE::contains)))
                .isEmpty();
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(ROOT + "host")
                .should()
                .haveRawType(HostState.class)
                .because("it expires with its turn")
                .check(CLASSES);
    }

    private static boolean dependsOnLiveState(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(
                        each ->
                                LIVE.stream()
                                        .anyMatch(
                                                live ->
                                                        each.getTargetClass()
                                                                .isEquivalentTo(live)));
    }

    private static Stream<Class<?>> carried(Class<?> type) {
        Stream<Class<?>> fields = Stream.of(type.getDeclaredFields()).map(Field::getType);
        Stream<Class<?>> methods =
                Stream.of(type.getDeclaredMethods())
                        .flatMap(
                                each ->
                                        Stream.concat(
                                                Stream.of(each.getReturnType()),
                                                Stream.of(each.getParameterTypes())));
        Stream<Class<?>> constructors =
                Stream.of(type.getDeclaredConstructors())
                        .flatMap(each -> Stream.of(each.getParameterTypes()));
        return Stream.of(fields, methods, constructors).flatMap(each -> each);
    }

    private static void only(String library, String reason, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(reason)
                .check(CLASSES);
    }

    private static String layer(JavaClass type) {
        String name = type.getPackageName();
        return name.length() > ROOT.length() ? name.substring(ROOT.length()) : "app";
    }
}
