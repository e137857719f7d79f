import type { ImportPreview, Mapping } from '../../api/contract';

interface ImportInput {
  preview: ImportPreview | undefined;
  mapping: Mapping | null;
  source: string;
  asOf: string;
  remember: boolean;
  dryRun: boolean;
}

function form(values: Record<string, string | Blob | undefined>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) if (value !== undefined && value !== '') data.set(name, value);
  return data;
}

export const previewForm = (input: { file: File; standard?: string; source?: string }): FormData => form(input);

export const importForm = ({ preview, mapping, source, asOf, remember, dryRun }: ImportInput): FormData =>
  form({
    previewToken: preview?.token, standard: preview?.standard, source: source.trim(), asOf, dryRun: String(dryRun), remember: String(remember && !dryRun),
    mapping: mapping ? JSON.stringify(mapping) : undefined,
  });

/** The mapping with a field bound to another column; null takes the field out. A person's choice is sure. */
export function bind(mapping: Mapping, field: string, column: string | null): Mapping {
  const old = mapping.bindings.find((binding) => binding.field === field);
  const others = mapping.bindings.filter((binding) => binding.field !== field);
  const bindings = column === null ? others : [...others, { format: null, unit: null, codes: {}, ...(old?.column === column ? old : {}), field, column, constant: null, confidence: 1, reason: { en: 'Chosen by hand', zh: '人工选择' } }];
  const used = new Set([...bindings, ...mapping.variants.flatMap((variant) => variant.bindings)].map((binding) => binding.column));
  const freed = old?.column && !used.has(old.column) ? [old.column] : [];
  return { ...mapping, bindings, ignored: [...mapping.ignored.filter((name) => !used.has(name)), ...freed] };
}
