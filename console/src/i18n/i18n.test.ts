import { describe, expect, it } from 'vitest';
import { en } from './en';
import { formats } from './format';
import { zh } from './zh';
import { translator, type Key } from './index';

const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
const keys = Object.keys(en) as Key[];

describe('catalogues', () => {
  it('hold the same keys', () => expect(Object.keys(zh).sort()).toEqual([...keys].sort()));

  it('fill the same holes in both languages', () => {
    for (const key of keys) expect([key, new Set(holes(zh[key]))]).toEqual([key, new Set(holes(en[key]))]);
  });

  it('leave no text empty, and no English in the Chinese', () => {
    for (const key of keys) {
      expect(zh[key].trim(), key).not.toBe('');
      if (!/^\{\w+\}/.test(en[key])) expect(zh[key], key).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});

describe('translator', () => {
  const english = translator({ lang: 'en', catalogue: en });
  const chinese = translator({ lang: 'zh', catalogue: zh });

  it('takes the form for the number', () => {
    expect(english('cases.total', { n: 1 })).toBe('1 case');
    expect(english('cases.total', { n: 12345 })).toBe('12,345 cases');
    expect(chinese('cases.total', { n: 1 })).toBe('共 1 例');
  });

  it('fills every hole', () => expect(english('pager.of', { range: '1–50', total: 60 })).toBe('1–50 of 60'));
});

describe('formats', () => {
  it('write days without a time zone', () => {
    expect(formats('en').day('2020-02-12')).toBe('12 Feb 2020');
    expect(formats('zh').day('2020-02-12')).toBe('2020年2月12日');
    expect(formats('en').day('not a day')).toBe('not a day');
  });

  it('shorten large counts as the language does', () => {
    expect(formats('en').compact(9999)).toBe('9,999');
    expect(formats('en').compact(12_300)).toBe('12.3K');
    expect(formats('zh').compact(12_300)).toBe('1.23万');
  });

  it('give rates the digits that mean something', () => {
    const { rate } = formats('en');
    expect([rate(1234.5), rate(12.345), rate(0.01234), rate(0)]).toEqual(['1,235', '12.3', '0.012', '0']);
  });
});
