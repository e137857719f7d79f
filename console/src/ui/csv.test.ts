import { describe, expect, it } from 'vitest';
import { csvCell, csvText } from './csv';

describe('csv', () => {
  it('quotes what needs it', () => expect(['a', 'a,b', 'say "x"', 'two\nlines', '', null].map(csvCell)).toEqual(['a', '"a,b"', '"say ""x"""', '"two\nlines"', '', '']));
  it('lets no text run as a formula', () => expect(['=1+1', '+1', '-1', '@x', '\tx'].map(csvCell).every((cell) => cell.replace('"', '').startsWith("'"))).toBe(true));
  it('leaves negative numbers numbers', () => expect(csvCell(-1.5)).toBe('-1.5'));
  it('ends every row', () => expect(csvText(['a', 'b'], [[1, null]])).toBe('a,b\r\n1,\r\n'));
});
