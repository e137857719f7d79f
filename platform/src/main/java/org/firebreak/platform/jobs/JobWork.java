package org.firebreak.platform.jobs;

/** What a job does; it ends well when this returns. */
@FunctionalInterface
public interface JobWork {

  void run(JobControl control) throws Exception;
}
