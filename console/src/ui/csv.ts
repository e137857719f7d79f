export type Cell = string | number | null | undefined;

/** One field of a CSV file: quoted where needed, and a text that a spreadsheet would run as a formula made plain. */
export function csvCell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvText = (head: string[], rows: Cell[][]): string => [head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';

/** Hands the table to the browser as a file; the mark at its start tells spreadsheets that it is UTF-8. */
export function saveCsv(name: string, head: string[], rows: Cell[][]): void {
  saveBlob(name, new Blob(['\uFEFF', csvText(head, rows)], { type: 'text/csv;charset=utf-8' }));
}

/** Hands a file to the browser to keep. */
export function saveBlob(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
