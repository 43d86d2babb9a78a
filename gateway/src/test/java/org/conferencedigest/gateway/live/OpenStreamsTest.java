package org.conferencedigest.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serial;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class OpenStreamsTest {

  private final LiveStream first = stream();
  private final LiveStream second = stream();

  @Test
  void findsAStreamThatIsAddedWhileTheLastOneGoes() throws InterruptedException {
    List<Thread> leaving = new ArrayList<>();
    List<OpenStreams> streams = new ArrayList<>();
    streams.add(
        new OpenStreams(
            () ->
                new HookedSet(
                    stream -> {
                      if (stream == second) {
                        // The last one goes just before this one is there, or waits for it.
                        leaving.add(
                            Thread.ofPlatform().start(() -> streams.getFirst().remove("c", first)));
                        while (leaving.getFirst().getState() == Thread.State.NEW
                            || leaving.getFirst().getState() == Thread.State.RUNNABLE) {
                          Thread.onSpinWait();
                        }
                      }
                    })));
    streams.getFirst().add("c", first);
    streams.getFirst().add("c", second);
    leaving.getFirst().join();

    List<LiveStream> found = new ArrayList<>();
    streams.getFirst().forEach("c", found::add);
    assertThat(found).containsExactly(second);
  }

  @Test
  void forgetsAConferenceWithoutStreams() {
    List<Set<LiveStream>> made = new ArrayList<>();
    OpenStreams streams =
        new OpenStreams(
            () -> {
              made.add(new HashSet<>());
              return made.getLast();
            });
    streams.add("c", first);
    streams.remove("c", first);
    streams.add("c", second);

    assertThat(made).hasSize(2);
  }

  private static LiveStream stream() {
    return new LiveStream(8, 1, stream -> {}, () -> {});
  }

  /** Calls something before a stream is added. */
  static final class HookedSet extends HashSet<LiveStream> {

    @Serial private static final long serialVersionUID = 1;

    private final transient Consumer<LiveStream> before;

    HookedSet(Consumer<LiveStream> before) {
      this.before = before;
    }

    @Override
    public boolean add(LiveStream stream) {
      before.accept(stream);
      return super.add(stream);
    }
  }
}
