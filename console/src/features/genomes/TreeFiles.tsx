import { download } from '../../api/client';
import { useI18n } from '../../i18n';
import { Icon } from '../../ui/Icon';
import { Popover } from '../../ui/Popover';
import type { Reference } from './types';

const FILES = ['tree.nwk', 'tree.json', 'variants.tsv', 'genomes.vcf'] as const;

/** The tree and the variants as files of other programs. */
export function TreeFiles({ reference }: { reference: Reference }) {
  const { t } = useI18n();
  return (
    <Popover className="button icon-button button-quiet" button={<><Icon name="download" /><span className="visually-hidden">{t('tree.files')}</span></>}>
      <ul className="menu-list">
        {FILES.map((file) => <li key={file}><a className="menu-item" href={download(`/genomes/references/${reference.id}/${file}`)} download>{t(`tree.file.${file}`)}</a></li>)}
      </ul>
    </Popover>
  );
}
