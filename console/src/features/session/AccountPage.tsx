import { useApi, useChange } from '../../api/cache';
import type { OwnSession } from '../../api/contract';
import { useSession } from '../../app/session';
import { useI18n } from '../../i18n';
import { Button } from '../../ui/Button';
import { DataTable, type TableColumn } from '../../ui/DataTable';
import { PageHead, Panel } from '../../ui/Panel';
import { Loaded, ProblemNote } from '../../ui/Status';
import { Tag } from '../../ui/Tag';
import { announce } from '../../ui/toast';
import { Grants } from '../admin/Grants';
import { listed } from '../situation/useSituation';
import { deviceName } from './deviceName';
import { PasswordForm } from './PasswordForm';

/** The own account: roles held, places signed in at, password. */
export default function AccountPage() {
  const { t, f } = useI18n();
  const me = useSession().data?.user;
  const sessions = useApi<{ items: OwnSession[] } | OwnSession[]>('/sessions');
  const end = useChange<string>((id) => ({ path: `/sessions/${encodeURIComponent(id)}`, method: 'DELETE' }), ['/sessions']);
  const columns: TableColumn<OwnSession>[] = [
    { key: 'agent', title: t('account.device'), header: true, cell: (session) => <>{deviceName(session.agent) || '–'} {session.current && <Tag tone="good">{t('account.this')}</Tag>}</> },
    { key: 'address', title: t('account.address'), cell: (session) => session.address || '–' },
    { key: 'seen', title: t('account.seen'), cell: (session) => <span className="nowrap">{f.moment(session.lastUsedAt)}</span> },
    { key: 'end', title: <span className="visually-hidden">{t('table.actions')}</span>, cell: (session) => !session.current && <Button onClick={() => end.mutate(session.id)}>{t('account.end')}</Button> },
  ];
  return (
    <>
      <PageHead title={t('nav.account')} note={me && <Grants grants={me.roles} />} />
      <div className="split">
        <Panel title={t('account.sessions')} flush>
          {end.error && <ProblemNote problem={end.error} />}
          <Loaded query={sessions}>{(answer) => <DataTable caption={t('account.sessions')} columns={columns} rows={listed(answer)} rowKey={(session) => session.id} />}</Loaded>
        </Panel>
        <Panel title={t('password.change')}><PasswordForm onDone={() => announce(t('password.changed'))} /></Panel>
      </div>
    </>
  );
}
