import { describe, expect, it } from 'vitest';
import { classStyle, diverging, sequential } from './palette';

/** Relative luminance of WCAG 2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

describe('sequential', () => {
  it.each([[false, -1], [true, 1]] as const)('moves away from the ground, step by step (dark: %s)', (dark, sign) => {
    for (let classes = 2; classes <= 6; classes++) {
      const levels = sequential(dark, classes).map(luminance);
      expect(levels.length).toBe(classes + 1);
      for (let i = 1; i < levels.length; i++) expect(sign * ((levels[i] as number) - (levels[i - 1] as number))).toBeGreaterThan(0);
    }
  });
});

describe('diverging', () => {
  it.each([false, true])('has seven classes around a neutral middle (dark: %s)', (dark) => {
    const colors = diverging(dark);
    expect(colors.length).toBe(7);
    const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt((colors[3] as string).slice(at, at + 2), 16)) as [number, number, number];
    expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThan(24);
  });
});

describe('classStyle', () => {
  it('gives the usual classifications patterns of their own', () => {
    const styles = ['confirmed', 'asymptomatic', 'clinical', 'probable', 'suspected'].map((key, i) => classStyle(key, i, false));
    expect(new Set(styles.map(({ pattern }) => pattern)).size).toBe(5);
    expect(new Set(styles.map(({ color }) => color)).size).toBe(5);
  });

  it('knows other spellings and finds a look for the unknown', () => {
    expect(classStyle('CONFIRMED_NO_SYMPTOMS', 0, false)).toEqual(classStyle('asymptomatic', 0, false));
    expect(classStyle('something-new', 1, true).color).toMatch(/^#/);
  });
});
