/** One record: what is known of it and who says so, what nobody knows, what points at it, how it came about. */
import type { RecordAnswer } from '@demarche/api'
import { propertyOf } from '@demarche/core/portfolio/record-kind.ts'
import { lastNameOf, withdrawnBy } from '@demarche/core/portfolio/withdraw-record.ts'
import { formatPartialDate } from '../../parts/format-date.ts'
import type { RecordKind } from '@demarche/core'
import { Suspense, useState } from 'react'
import { useParams } from 'wouter'
import { useEvents } from '../../api/queries.ts'
import { useKinds, useRecordOnFile } from '../../api/portfolio-queries.ts'
import { kindPath, useAsOf } from '../../frame/address.ts'
import { useOpenAt } from '../../frame/open-at.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { MarkingLabel } from '../../frame/marking-banner.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { Presence } from '../../live/presence.tsx'
import { Await, Loading, RefusalNote } from '../../parts/await.tsx'
import { JumpList } from '../../parts/jump-list.tsx'
import { PageHead, useWindowTitle } from '../../parts/page-head.tsx'
import { FactValue } from '../../portfolio/fact-value.tsx'
import { notedPlacesIn } from '../../portfolio/noted-places.ts'
import { StatusNotes } from '../../portfolio/status-notes.tsx'
import { capital } from '../../portfolio/capital.ts'
import { OnRecordContext, useOnRecord, useOnRecordOf } from '../../record/on-record.ts'
import { WhyNotRecord } from '../../record/may-record.tsx'
import { WhoMaySeeButton } from '../access/who-may-see-button.tsx'
import { FactDialogs } from '../facts/fact-dialogs.tsx'
import { FactGroup } from '../facts/fact-group.tsx'
import { type FactAct, isStated } from '../facts/fact-row.ts'
import { Events } from '../history/events.tsx'
import { useText } from '../../texts.ts'
import { ContactFinding } from './contact-finding.tsx'
import { Doubts } from './doubts.tsx'
import { EvidenceFinding } from './evidence-finding.tsx'
import { ScreeningFinding } from './screening-finding.tsx'
import { nameGoal } from '../goals/goal-name.ts'
import { extraSectionsOf } from './extra-sections.tsx'
import { Tied } from './tied.tsx'
import { WithdrawnNote, WithdrawRecord } from './withdraw-record.tsx'

export default function RecordPage() {
  const t = useText()
  const params = useParams<{ entity: string }>()
  const entity = decodeURIComponent(params.entity)
  const [asOf] = useAsOf()
  const query = useRecordOnFile(entity, asOf)
  const kinds = useKinds()
  const onRecord = useOnRecordOf(query.data)
  useScreenMarking(
    query.data && [
      query.data.record.marking,
      query.data.namesMarking,
      ...query.data.tied.flatMap(({ rows }) => rows.map(({ marking }) => marking)),
    ],
  )
  useWindowTitle(query.data ? nameOfRecord(query.data) : t('portfolio.record'))
  if (query.isError && !query.data) {
    return (
      <>
        <PageHead title={t('portfolio.record')} />
        <RefusalNote error={query.error} onRetry={() => void query.refetch()} />
      </>
    )
  }
  return (
    <Await query={kinds}>
      {(known) => (
        <Await query={query}>
          {(answer) => {
            const kind = known.kinds.find(({ id }) => id === answer.record.kind)
            return kind && onRecord ? (
              <OnRecordContext value={onRecord}>
                <Page key={entity} kind={kind} kinds={known.kinds} answer={answer} />
              </OnRecordContext>
            ) : null
          }}
        </Await>
      )}
    </Await>
  )
}

/** What it is called, or was before all of it was withdrawn. */
function nameOfRecord({ record, statements }: RecordAnswer): string {
  const all = Object.values(statements)
  return (withdrawnBy(all) && lastNameOf(all)) ?? record.name
}

interface PageProps {
  readonly kind: RecordKind
  readonly kinds: readonly RecordKind[]
  readonly answer: RecordAnswer
}

function Page({ kind, kinds, answer }: PageProps) {
  const t = useText()
  const { record, tied, names } = answer
  // kept here: a row may go while its form is open, because somebody else withdrew what it shows
  const [act, setAct] = useState<FactAct | null>(null)
  const groups = Object.entries(kind.groups).map(([id, title]) => ({
    id: `facts-${id}`,
    title,
    rows: record.facts.filter(({ group }) => group === id),
  }))
  const extra = extraSectionsOf(kind.id)
  const isUnknownThen = !record.facts.some(isStated)
  const isWithdrawn = withdrawnBy(Object.values(answer.statements)) !== null
  // of what was withdrawn nothing is stated, and nothing is missing
  const shown = isWithdrawn ? [] : groups
  useOpenAt()
  return (
    <>
      <Head kind={kind} answer={answer} isWithdrawn={isWithdrawn} />
      <WithdrawnNote />
      {isUnknownThen && !isWithdrawn && (
        <p className="note" data-tone="info">
          {t('portfolio.nothingThen', { date: formatPartialDate(record.asOf) })}
        </p>
      )}
      <WhyNotRecord />
      <JumpList
        targets={[
          ...(record.doubts.length > 0 && !isUnknownThen
            ? [{ id: 'doubts', label: t('portfolio.doubts'), count: record.doubts.length }]
            : []),
          ...shown.map(({ id, title, rows }) => ({ id, label: title, count: rows.filter(isStated).length })),
          ...extra.map(({ id, title }) => ({ id, label: t(title) })),
          { id: 'tied', label: t('portfolio.tied'), count: tied.reduce((sum, { total }) => sum + total, 0) },
          { id: 'history', label: t('tab.history') },
        ]}
      />
      <Findings kind={kind} kinds={kinds} answer={answer} />
      <Doubts doubts={record.doubts} onState={(row) => setAct({ kind: 'add', row })} />
      <div className="facts facts-of-record">
        {shown.map(({ id, title, rows }) => (
          <FactGroup key={id} id={id} title={title} rows={rows} onAct={setAct} />
        ))}
      </div>
      {extra.map(({ id, Section }) => (
        <Suspense key={id} fallback={<Loading />}>
          <Section entity={record.entity} />
        </Suspense>
      ))}
      <Tied entity={record.entity} kind={kind} kinds={kinds} sections={tied} names={names} />
      <StatusNotes named={notedPlacesIn([record, ...tied.flatMap(({ rows }) => rows)])} />
      <History />
      <FactDialogs act={act} onClose={() => setAct(null)} />
    </>
  )
}

/** What core concludes from a record of a kind about which there is something to conclude. */
function Findings({ kind, kinds, answer: { record, screening, evidence, contact } }: PageProps) {
  return (
    <>
      {screening && (
        <ScreeningFinding
          screening={screening}
          labelOf={(property) => propertyOf(kind, property)?.label ?? property}
        />
      )}
      {evidence && <EvidenceFinding {...evidence} record={record} />}
      {contact && <ContactFinding contact={contact} kinds={kinds} />}
    </>
  )
}

function Head({ kind, answer, isWithdrawn }: Omit<PageProps, 'kinds'> & { readonly isWithdrawn: boolean }) {
  const t = useText()
  const { record } = answer
  const name = nameGoal({ entity: record.entity, name: nameOfRecord(answer) })
  const { wording } = useOnRecord()
  const named = record.facts.find(({ property }) => property === 'name')
  return (
    <header className="case-head">
      <p className="crumb">
        <GoLink to="/portfolio">{t('portfolio.title')}</GoLink>
        {' / '}
        <GoLink to={kindPath(kind.id)}>{capital(kind.plural)}</GoLink>
      </p>
      <h1>{name}</h1>
      {named?.fact?.state === 'contested' && (
        <p className="quiet">
          <FactValue row={named} property="name" wording={wording} doubts={record.doubts} />
        </p>
      )}
      <p className="head-facts">
        <span className="head-fact">{capital(kind.label)}</span>
        <MarkingLabel marking={record.marking} />
        {(isWithdrawn ? [] : kind.columns).map((column) => (
          <span key={column} className="head-fact">
            <span className="quiet">
              {wording.label(column)}
              {t('mark.colon')}
            </span>{' '}
            <FactValue
              row={record.facts.find(({ property }) => property === column)}
              property={column}
              wording={wording}
              doubts={record.doubts}
            />
          </span>
        ))}
        <span className="head-fact head-as-of quiet">
          {t('portfolio.asOf', { date: formatPartialDate(record.asOf) })}
        </span>
      </p>
      <div className="head-people">
        <WhoMaySeeButton object={record.entity} name={name} />
        <WithdrawRecord name={name} />
        <Presence entity={record.entity} />
      </div>
    </header>
  )
}

/** Asked for when it is opened. */
function History() {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="tied" aria-labelledby="history">
      <h2 id="history">{t('tab.history')}</h2>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('portfolio.history')}</summary>
        {isOpen && <AllEvents />}
      </details>
    </section>
  )
}

function AllEvents() {
  const { entity } = useOnRecord()
  const events = useEvents(entity)
  return <Await query={events}>{(answer) => <Events events={answer.events} />}</Await>
}
