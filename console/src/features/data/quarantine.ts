import type { QuarantineRow } from '../../api/contract';

/** The values of a row, those a problem names first; a problem names a field of the standard or a column of the file. */
export function concerned(row: QuarantineRow): { column: string; value: string | null; wrong: boolean }[] {
  const wrong = new Set(row.problems.flatMap((problem) => [problem.column, problem.field]));
  const entries = Object.entries(row.raw).map(([column, value]) => ({ column, value, wrong: wrong.has(column) }));
  return [...entries.filter((entry) => entry.wrong), ...entries.filter((entry) => !entry.wrong)];
}
