/** "The record": what was done, seen and refused here, whether the records are whole, and what shall be erased. */
import { useSession } from '../../api/queries.ts'
import { JumpList } from '../../parts/jump-list.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { RoleSwitch } from '../../frame/role-switch.tsx'
import { useText } from '../../texts.ts'
import { AccountLog } from './account-log.tsx'
import { ArchiveKey } from './archive-key.tsx'
import { AuditLog } from './audit-log.tsx'
import { Erasures } from './erasures.tsx'
import { Verification } from './verification.tsx'

export default function RecordScreen() {
  const t = useText()
  const session = useSession()
  if (!session.data) return null
  const { role, roles } = session.data
  const isAuditor = role === 'auditor'
  return (
    <>
      <PageHead title={t('record.title')} lead={t('record.lead')} />
      {!isAuditor && (
        <div className="note" data-tone="info">
          <p>{t(roles.includes('auditor') ? 'record.actFirst' : 'record.forAuditors')}</p>
          {roles.includes('auditor') && <RoleSwitch id="record-role-switch" session={session.data} />}
        </div>
      )}
      {isAuditor && (
        <JumpList
          targets={[
            { id: 'erasures-title', label: t('erasure.title') },
            { id: 'audit-title', label: t('audit.title') },
            { id: 'account-log-title', label: t('accountLog.title') },
          ]}
        />
      )}
      {isAuditor && <Verification />}
      {role !== 'administrator' && <Erasures />}
      <ArchiveKey />
      {isAuditor && <AuditLog />}
      {isAuditor && <AccountLog />}
    </>
  )
}
