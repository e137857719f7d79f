const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7 };

/** Where a key leads on an axis of `count` values: a position, null to leave the chart, undefined for a key that means nothing. */
export function stepFor(key: string, at: number | null, count: number): number | null | undefined {
  if (count === 0) return undefined;
  if (key === 'Escape') return null;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = STEPS[key];
  if (step === undefined) return undefined;
  return at === null ? count - 1 : Math.min(count - 1, Math.max(0, at + step));
}

/** The text of a tooltip as a sentence: its head, then label and value of each row. */
export function spoken(sheet: HTMLElement | undefined): string {
  if (!sheet) return '';
  return [...sheet.children].map((row) => [...row.children].map((part) => part.textContent).filter(Boolean).join(' ') || row.textContent).join('; ');
}
