import type { StandardField } from '../../api/contract';
import { useI18n } from '../../i18n';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A field's value as people read it: codes by their titles, days and numbers by the language. */
export function useCellText(): (field: StandardField | undefined, value: unknown) => string {
  const { t, f, say } = useI18n();
  return (field, value) => {
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'number') return f.decimal(value, Number.isInteger(value) ? 0 : 1);
    if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
    if (Array.isArray(value)) return value.join(', ');
    if (typeof value === 'object') return say((value as { name?: { en: string; zh: string } }).name) || JSON.stringify(value);
    const text = String(value);
    if (DAY.test(text)) return f.day(text);
    const code = field?.codes.find((candidate) => candidate.code === text);
    return code ? say(code.label) || text : text;
  };
}
