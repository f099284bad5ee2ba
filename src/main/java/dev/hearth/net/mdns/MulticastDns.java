package dev.hearth.net.mdns;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Announces services to the neighbours of this computer and finds theirs, while there is something
/// to announce or to find. Thread-safe; no method waits for the network but [Announcement#close],
/// for half a second at most.
public final class MulticastDns {
    private final Object lock = new Object();
    private @Nullable MdnsLoop loop;
    private int users;

    /// What was found, and whether anything can be heard at all.
    ///
    /// @param listening false where there is no network, or none of it can be listened to
    public record Finding(List<FoundService> services, boolean listening) {
        public Finding {
            services = List.copyOf(services);
        }
    }

    /// Something that is announced until it is closed.
    public interface Announcement extends AutoCloseable {
        /// Announces them as they are now, as many as before; the network hears of it within six
        /// seconds.
        void change(List<Offer> offers);

        /// Takes it back, and waits until that is sent. Idempotent.
        @Override
        void close();
    }

    /// A search that goes on until it is closed.
    public interface Search extends AutoCloseable {
        /// Idempotent.
        @Override
        void close();
    }

    /// Announces `offers` from now on.
    public Announcement announce(List<Offer> offers) {
        MdnsLoop running = acquire();
        List<Object> keys = offers.stream().map(_ -> new Object()).toList();
        running.publish(keys, offers);
        return new Announcement() {
            private boolean closed;

            @Override
            public void change(List<Offer> newOffers) {
                running.change(keys, newOffers);
            }

            @Override
            public synchronized void close() {
                if (!closed) {
                    closed = true;
                    running.withdraw(keys);
                    release();
                }
            }
        };
    }

    /// Looks for services from now on.
    ///
    /// @param type such as `_http._tcp`
    /// @param told what there is, at each change and once at the beginning; on the thread of this
    ///   object, so it must not block
    public Search search(String type, Consumer<Finding> told) {
        MdnsLoop running = acquire();
        Object key = new Object();
        running.search(key, Offer.typeName(type), told);
        return new Search() {
            private boolean closed;

            @Override
            public synchronized void close() {
                if (!closed) {
                    closed = true;
                    running.endSearch(key);
                    release();
                }
            }
        };
    }

    private MdnsLoop acquire() {
        synchronized (lock) {
            MdnsLoop running = loop == null ? MdnsLoop.start() : loop;
            loop = running;
            users++;
            return running;
        }
    }

    private void release() {
        synchronized (lock) {
            users--;
            if (users == 0 && loop != null) {
                loop.end();
                loop = null;
            }
        }
    }
}
