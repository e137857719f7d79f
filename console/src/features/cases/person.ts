export const PURPOSES = ['investigation', 'tracing', 'care', 'correction'] as const;
export type Purpose = (typeof PURPOSES)[number];
