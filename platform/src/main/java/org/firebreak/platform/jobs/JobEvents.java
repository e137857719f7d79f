package org.firebreak.platform.jobs;

import org.firebreak.platform.web.LiveEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells browsers how jobs go. */
@Component
class JobEvents {

  private final ApplicationEventPublisher events;

  JobEvents(ApplicationEventPublisher events) {
    this.events = events;
  }

  @EventListener
  void changed(Job job) {
    events.publishEvent(new LiveEvent("job", job, "data:read"));
  }
}
