import { QueryClient, keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Problem, call, type Options } from './client';

/** Answers live for half a minute; a refusal is final, a lost connection is tried twice more. */
export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500),
      refetchOnWindowFocus: false,
    },
  },
});

/** What the platform answers at `apiPath`; null asks for nothing. While a new path loads, the old answer stays when `keep` is set. */
export function useApi<T>(apiPath: string | null, options: { keep?: boolean; staleMs?: number; everyMs?: number | false | ((data: T | undefined) => number | false) } = {}) {
  const every = options.everyMs;
  return useQuery<T, Problem>({
    queryKey: [apiPath],
    queryFn: ({ signal }) => call<T>(apiPath ?? '', { signal }),
    enabled: apiPath !== null,
    placeholderData: options.keep ? keepPreviousData : undefined,
    staleTime: options.staleMs,
    refetchInterval: typeof every === 'function' ? ({ state }) => every(state.data) : every,
  });
}

/** Forgets every answer whose path begins with one of these, so that what is shown is asked for again. */
export function forget(client: QueryClient, ...prefixes: string[]): Promise<void> {
  return client.invalidateQueries({
    predicate: ({ queryKey }) => typeof queryKey[0] === 'string' && prefixes.some((prefix) => (queryKey[0] as string).startsWith(prefix)),
  });
}

/** A change: where it goes comes from the input; on success the answers below `forgets` are asked for again. */
export function useChange<Input, Output = void>(request: (input: Input) => { path: string } & Options, forgets: string[] = []) {
  const client = useQueryClient();
  return useMutation<Output, Problem, Input>({
    mutationFn: (input) => {
      const { path, ...options } = request(input);
      return call<Output>(path, options);
    },
    // Not waited for: what follows a change must be said even if the new answers take its component away.
    onSuccess: () => {
      void forget(client, ...forgets);
    },
  });
}
