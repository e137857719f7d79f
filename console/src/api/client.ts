import type { components } from './schema';

/** A refusal of the platform (RFC 9457), or what the console made of an answer that was none. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  /** What is wrong in both languages, as the platform says it. */
  readonly text: { en: string; zh: string } | null;
  readonly requestId: string | null;
  readonly errors: components['schemas']['FieldError'][];

  constructor(status: number, body: ProblemBody, requestId: string | null) {
    super(body.detail || body.title || `HTTP ${status}`);
    this.status = status;
    this.text = body.text ?? null;
    this.code = body.code ?? `http-${status}`;
    this.requestId = body.requestId ?? requestId;
    this.errors = body.errors ?? [];
  }
}

/** What the platform says of a refusal; a proxy in between may say less. */
type ProblemBody = Partial<components['schemas']['Problem']>;

export interface Options {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Sent as JSON, or as it is when it is a form. */
  body?: unknown;
  signal?: AbortSignal;
  /** The ETag the change is based on: the platform refuses it (412) when somebody was faster. */
  ifMatch?: string | null;
}

const BASE = '/api/v1';
const etags = new Map<string, string>();

/** The ETag of the last answer for a path, for {@link Options.ifMatch}. */
export function etagOf(path: string): string | null {
  return etags.get(path) ?? null;
}

function csrfToken(): string | null {
  const found = /(?:^|;\s*)XSRF-TOKEN=([^;]*)/.exec(document.cookie);
  return found?.[1] ? decodeURIComponent(found[1]) : null;
}

function headersFor({ method = 'GET', body, ifMatch }: Options): Headers {
  const headers = new Headers({ Accept: 'application/json, application/problem+json' });
  const token = csrfToken();
  if (method !== 'GET' && token) headers.set('X-XSRF-TOKEN', token);
  if (body !== undefined && !(body instanceof FormData)) headers.set('Content-Type', 'application/json');
  if (ifMatch) headers.set('If-Match', ifMatch);
  return headers;
}

async function problemOf(response: Response): Promise<Problem> {
  const requestId = response.headers.get('X-Request-Id');
  try {
    return new Problem(response.status, (await response.json()) as ProblemBody, requestId);
  } catch {
    return new Problem(response.status, { title: response.statusText }, requestId);
  }
}

/** One call of the platform's API below /api/v1; throws a {@link Problem}. An unreachable platform is a problem with status 0. */
export async function call<T>(path: string, options: Options = {}): Promise<T> {
  const { method = 'GET', body, signal } = options;
  let response: Response;
  try {
    response = await fetch(BASE + path, {
      method,
      headers: headersFor(options),
      body: body === undefined ? undefined : body instanceof FormData ? body : JSON.stringify(body),
      signal,
      credentials: 'same-origin',
    });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new Problem(0, { code: 'unreachable', title: '' }, null);
  }
  if (!response.ok) throw await problemOf(response);
  const etag = response.headers.get('ETag');
  if (etag && method === 'GET') etags.set(path, etag);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** A path with its query; null, undefined and '' are left out. */
export function path(base: string, query: Record<string, string | number | boolean | null | undefined> = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text ? `${base}?${text}` : base;
}

/** The address of something the browser itself fetches: a download. */
export const download = (apiPath: string) => BASE + apiPath;
