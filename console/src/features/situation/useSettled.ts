import { useEffect, useState } from 'react';

const REST_MS = 180;

/** The value once it has stood still for a moment: what is asked of the platform while a slider moves. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
