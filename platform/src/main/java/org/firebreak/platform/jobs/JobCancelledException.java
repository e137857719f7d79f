package org.firebreak.platform.jobs;

/** Leaves the work of a job that was cancelled; the job then ends as cancelled. */
public final class JobCancelledException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public JobCancelledException() {
    super("cancelled", null, false, false);
  }
}
