import type { QueryClient } from '@tanstack/react-query';
import { forget } from './cache';
import type { Job } from './contract';

/** Follows the platform's events and keeps the answers of this client true; returns how to stop. */
export function followEvents(client: QueryClient): () => void {
  const stream = new EventSource('/api/v1/events');
  const on = (type: string, then: (data: string) => void) => stream.addEventListener(type, (event) => then((event as MessageEvent<string>).data));
  on('job', (data) => {
    const job = JSON.parse(data) as Job;
    client.setQueryData([`/jobs/${job.id}`], job);
    if (job.state !== 'running' && job.state !== 'queued') void forget(client, '/imports', '/jobs');
  });
  on('import', () => void forget(client, '/imports'));
  on('data', (data) => {
    const { what } = JSON.parse(data) as { what: string };
    if (what === 'alarms') void forget(client, '/alarms', '/alarm-rules');
    else if (what === 'forecasts') void forget(client, '/forecasts');
    else void forget(client, '/datasets', '/situation', '/cases', '/regions', '/sources', '/forecasts', '/reproduction');
  });
  return () => stream.close();
}
