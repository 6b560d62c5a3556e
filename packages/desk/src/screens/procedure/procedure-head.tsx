/** What is proposed in which case, on which way, where it stands, what runs out next; the tabs. */
import { PROCEDURE_TABS, casePath, procedurePath, type ProcedureTab } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { Presence } from '../../live/presence.tsx'
import { WrittenOut } from '../../parts/spelt-out.tsx'
import { WhoMaySeeButton } from '../access/who-may-see-button.tsx'
import { useText } from '../../texts.ts'
import { nextDeadline } from '../procedures/procedure-query.ts'
import { deadlineTime, deadlineWords } from './course/brussels-words.ts'
import { useProcedureOnScreen } from './procedure-context.ts'

/** On a narrow screen the tabs scroll; the one that is open must be seen. */
function showTab(item: HTMLLIElement | null): void {
  const strip = item?.parentElement
  if (item && strip) strip.scrollLeft = item.offsetLeft - strip.offsetLeft - 16
}

export function ProcedureHead({ tab }: { readonly tab: ProcedureTab }) {
  const t = useText()
  const { answer } = useProcedureOnScreen()
  const { procedure, caseName, entity } = answer
  const deadline = nextDeadline(answer)
  return (
    <header className="case-head">
      <h1>{procedure.title}</h1>
      <p className="head-facts">
        <span className="tag">{t(`procedure.outcome.${procedure.outcome}`)}</span>
        <span className="head-fact">
          <span className="quiet">{t('procedure.state')}</span> {procedure.state.label}{' '}
          <WrittenOut text={procedure.state.label} />
        </span>
        {caseName !== null && (
          <span className="head-fact">
            <span className="quiet">{t('procedure.ofCase')}</span>{' '}
            <GoLink to={casePath(procedure.case, 'decision')}>{caseName}</GoLink>
          </span>
        )}
        <span className="head-fact">
          <span className="quiet">{t('procedure.measure')}</span> {procedure.measureLabel}
        </span>
        <span className="head-fact">
          <span className="quiet">{t('procedure.path')}</span> {t(`procedure.path.${procedure.path}`)}
        </span>
        {deadline && (
          <span className="head-fact">
            <span className="quiet">{t('procedure.nextDeadline')}</span> {deadlineTime(deadline)}{' '}
            <span className="quiet">{deadlineWords(t, deadline)}</span>
          </span>
        )}
      </p>
      <div className="head-people">
        <WhoMaySeeButton object={entity} name={procedure.title} />
        <Presence entity={entity} />
      </div>
      <nav className="tabs" aria-label={t('procedure.tabs')}>
        <ul>
          {PROCEDURE_TABS.map((one) => (
            <li key={one} ref={one === tab ? showTab : undefined}>
              <GoLink to={procedurePath(entity, one)} aria-current={one === tab ? 'page' : undefined}>
                {t(`procedureTab.${one}`)}
              </GoLink>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}
