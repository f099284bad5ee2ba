package dev.hearth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Computers on a network of their own, on which tests may say what they want: network namespaces
/// of Linux, joined by a switch. Each lives as long as a process that holds it, which ends with the
/// test's, so nothing of it is ever left behind.
public final class NetworkLab implements AutoCloseable {
    private static final String BRIDGE = "switch";

    private final Namespace hub;
    private final List<Station> stations = new ArrayList<>();

    /// A computer.
    public static final class Station {
        private final Namespace namespace;

        private Station(Namespace namespace) {
            this.namespace = namespace;
        }

        /// What has a command run on this computer.
        public List<String> prefix() {
            return namespace.prefix();
        }

        /// Runs a command there to its end, which has to be a good one.
        public String run(String... command) {
            return namespace.run(command);
        }

        /// Gives it another address in place of those that it has.
        public void moveTo(String... addresses) {
            run("ip", "addr", "flush", "dev", "eth0", "scope", "global");
            addAll(addresses);
        }

        private void addAll(String... addresses) {
            for (String each : addresses) {
                // IPv6 would ask around for a second whether somebody has it.
                String[] options = each.contains(":") ? new String[] {"nodad"} : new String[0];
                run(
                        Stream.concat(
                                        Stream.of("ip", "addr", "add", each, "dev", "eth0"),
                                        Stream.of(options))
                                .toArray(String[]::new));
            }
        }
    }

    private record Namespace(Process holder) {
        /// `cat` answers when it runs in its own namespace, and ends with the pipe to it.
        static Namespace open() {
            try {
                Process holder = new ProcessBuilder("unshare", "--net", "cat").start();
                holder.getOutputStream().write("up\n".getBytes(StandardCharsets.UTF_8));
                holder.getOutputStream().flush();
                if (holder.getInputStream().read() < 0) {
                    throw new IOException("no network namespace to be had");
                }
                Namespace namespace = new Namespace(holder);
                namespace.run("ip", "link", "set", "lo", "up");
                namespace.run("sh", "-c", "echo 0 > /proc/sys/net/ipv6/conf/default/accept_dad");
                return namespace;
            } catch (IOException e) {
                throw new IllegalStateException("no network namespace to be had", e);
            }
        }

        List<String> prefix() {
            return List.of("nsenter", "--target", Long.toString(holder.pid()), "--net");
        }

        String run(String... command) {
            List<String> all = new ArrayList<>(prefix());
            all.addAll(List.of(command));
            try {
                Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
                String said =
                        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(said).isTrue();
                assertThat(process.exitValue()).as("%s: %s", all, said).isZero();
                return said;
            } catch (IOException e) {
                throw new IllegalStateException(String.join(" ", all), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        void close() {
            holder.destroyForcibly().onExit().join();
        }
    }

    public NetworkLab() {
        hub = Namespace.open();
        hub.run("ip", "link", "add", BRIDGE, "type", "bridge", "mcast_snooping", "0");
        hub.run("ip", "link", "set", BRIDGE, "up");
    }

    /// Whether this system and this user may have such networks.
    public static boolean isPermitted() {
        try {
            Process tried = new ProcessBuilder("unshare", "--net", "ip", "link").start();
            tried.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            return tried.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Another computer on the network.
    ///
    /// @param addresses with their prefixes, `10.9.0.1/24`
    public Station station(String... addresses) {
        Namespace namespace = Namespace.open();
        Station station = new Station(namespace);
        String port = "port" + stations.size();
        stations.add(station);
        String pid = Long.toString(namespace.holder.pid());
        hub.run("ip", "link", "add", port, "type", "veth", "peer", "name", "eth0", "netns", pid);
        hub.run("ip", "link", "set", port, "master", BRIDGE, "up");
        station.addAll(addresses);
        station.run("ip", "link", "set", "eth0", "up");
        return station;
    }

    @Override
    public void close() {
        stations.forEach(each -> each.namespace.close());
        hub.close();
    }
}
