package org.firebreak.platform.web;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.SignedIn;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events: what changed, as it changes. A stream ends after {@link #STREAM_LIFE} and the
 * browser opens another, so that an ended session stops hearing. One thread sends, so a slow reader
 * delays others at most by the network's buffer.
 */
@RestController
class EventRoutes {

  static final Duration STREAM_LIFE = Duration.ofMinutes(10);
  static final Duration HEARTBEAT = Duration.ofSeconds(15);
  static final int MAX_STREAMS = 500;
  static final int MAX_STREAMS_PER_USER = 12;

  private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService sender =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("events").factory());

  EventRoutes() {
    var _ =
        sender.scheduleAtFixedRate(
            () -> streams.forEach(this::beat),
            HEARTBEAT.toSeconds(),
            HEARTBEAT.toSeconds(),
            TimeUnit.SECONDS);
  }

  private record Stream(SseEmitter emitter, Caller caller) {
    // Two streams of one caller are two.
    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @SignedIn
  @Operation(summary = "What changes, as it changes: events job, import and data")
  SseEmitter open(Caller caller) {
    long own =
        streams.stream().filter(s -> s.caller().username().equals(caller.username())).count();
    if (own >= MAX_STREAMS_PER_USER || streams.size() >= MAX_STREAMS) {
      throw new UserException("streams-too-many", "Too many event streams are open.");
    }
    SseEmitter emitter = new SseEmitter(STREAM_LIFE.toMillis());
    Stream stream = new Stream(emitter, caller);
    emitter.onCompletion(() -> streams.remove(stream));
    emitter.onTimeout(emitter::complete);
    emitter.onError(error -> streams.remove(stream));
    streams.add(stream);
    sender.execute(() -> beat(stream));
    return emitter;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void publish(LiveEvent event) {
    if (streams.isEmpty() || sender.isShutdown()) {
      return;
    }
    sender.execute(() -> streams.forEach(stream -> send(stream, event)));
  }

  private void send(Stream stream, LiveEvent event) {
    if (event.permission() == null || stream.caller().may(event.permission())) {
      emit(
          stream,
          SseEmitter.event().name(event.type()).data(event.payload(), MediaType.APPLICATION_JSON));
    }
  }

  private void beat(Stream stream) {
    emit(stream, SseEmitter.event().comment("beat"));
  }

  private void emit(Stream stream, SseEmitter.SseEventBuilder event) {
    try {
      stream.emitter().send(event);
    } catch (IOException | IllegalStateException e) {
      streams.remove(stream);
    }
  }

  /** Open streams would hold up a graceful shutdown, which waits for requests to end. */
  @EventListener(ContextClosedEvent.class)
  void stop() {
    sender.shutdownNow();
    streams.forEach(stream -> stream.emitter().complete());
  }
}
