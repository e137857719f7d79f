import type { Dataset } from '../../api/contract';

/** Whether every word of the text stands somewhere in what is known of the data set, in either language. */
export function matches(dataset: Dataset, text: string): boolean {
  const said = [dataset.title.en, dataset.title.zh, dataset.source, dataset.standard, dataset.provider, ...dataset.keywords].join(' ').toLowerCase();
  return text.toLowerCase().split(/\s+/).every((word) => said.includes(word));
}
