/** A new text beside the norms and principles on record: clause by clause, as suggestions for a person to confirm. */
import { compareClauses, type ComparedText } from '@demarche/core/portfolio/norms/compare-clauses.ts'
import { cutClauses } from '@demarche/core/portfolio/norms/cut-clauses.ts'
import { textsOf } from '@demarche/core/portfolio/norms/record-facts.ts'
import { WORKING } from '@demarche/core/kernel/marking.ts'
import type { Norm, RecordFacts } from '@demarche/core'
import { type FormEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { factsOf, useAllRecords } from '../../api/norm-queries.ts'
import { useDoctrine } from '../../api/queries.ts'
import { useAsOf } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useScreenMarking } from '../../frame/screen-marking.tsx'
import { useTyped } from '../../frame/typed.ts'
import { Await } from '../../parts/await.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { draftAuthority } from '../../record/authority-draft.ts'
import { markingIn } from '../../record/marking-draft.ts'
import { useText } from '../../texts.ts'
import { ClauseCard } from './clause-card.tsx'
import { type ComparedDraft, comparedDraftSchema } from './compared-draft.ts'
import { ConfirmForm } from './confirm-form.tsx'

const EMPTY: ComparedDraft = {
  text: '',
  title: '',
  judged: {},
  beyond: {},
  authority: draftAuthority(WORKING),
}

export default function CompareScreen() {
  const t = useText()
  const [asOf] = useAsOf()
  const doctrine = useDoctrine()
  const principles = useAllRecords('principle', asOf)
  const [typed, keep] = useTyped('norms', 'compare', comparedDraftSchema)
  const draft = typed ?? EMPTY
  // the field is made anew by both, and takes the focus with it
  const [asked, setAsked] = useState<'compared' | 'cleared'>()
  useScreenMarking([
    ...(principles.data ?? []).map(({ marking }) => marking),
    ...(typed ? [markingIn(draft.authority)] : []),
  ])
  return (
    <>
      <p className="crumb">
        <GoLink to="/norms">{t('normsPage.title')}</GoLink>
      </p>
      <PageHead title={t('compare.title')} lead={t('compare.lead')} />
      <DraftField
        key={draft.text === '' ? 'empty' : 'kept'}
        text={draft.text}
        isFocused={asked === 'cleared'}
        onCompare={(text) => {
          keep(text === draft.text ? draft : { ...EMPTY, text, title: draft.title })
          setAsked('compared')
        }}
        onClear={() => {
          keep(null)
          setAsked('cleared')
        }}
      />
      {draft.text !== '' && (
        <Await query={doctrine}>
          {({ norms }) => (
            <Await query={principles}>
              {(rows) => (
                <Compared
                  norms={norms}
                  principles={factsOf(rows)}
                  draft={draft}
                  isFocused={asked === 'compared'}
                  onChange={keep}
                />
              )}
            </Await>
          )}
        </Await>
      )}
    </>
  )
}

interface DraftFieldProps {
  readonly text: string
  readonly isFocused: boolean
  readonly onCompare: (text: string) => void
  readonly onClear: () => void
}

function DraftField({ text, isFocused, onCompare, onClear }: DraftFieldProps) {
  const t = useText()
  const id = useId()
  const [own, setOwn] = useState(text)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (isFocused) field.current?.focus()
  }, [isFocused])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (own.trim() !== '') onCompare(own)
  }
  const load = async (file: File | undefined) => {
    if (file) setOwn(await file.text())
  }
  return (
    <form className="form" onSubmit={submit}>
      <div className="field">
        <label htmlFor={id}>{t('compare.text')}</label>
        <p className="hint" id={`${id}-hint`}>
          {t('compare.textHint')}
        </p>
        <textarea
          ref={field}
          id={id}
          rows={10}
          value={own}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setOwn(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-file`}>{t('compare.file')}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".txt,.md,text/plain,text/markdown"
          onChange={(event) => {
            void load(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
      <div className="actions">
        <button type="submit" className="button-main" disabled={own.trim() === ''}>
          {t('compare.compare')}
        </button>
        {text !== '' && (
          <button type="button" onClick={onClear}>
            {t('compare.clear')}
          </button>
        )}
      </div>
    </form>
  )
}

interface ComparedProps {
  readonly norms: readonly Norm[]
  readonly principles: readonly RecordFacts[]
  readonly draft: ComparedDraft
  readonly isFocused: boolean
  readonly onChange: (draft: ComparedDraft | null) => void
}

function Compared({ norms, principles, draft, isFocused, onChange }: ComparedProps) {
  const t = useText()
  const { text } = draft
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isFocused) heading.current?.focus()
  }, [isFocused, text])
  const cut = useMemo(() => cutClauses(text), [text])
  const compared = useMemo(
    () => compareClauses(cut.clauses, comparedTexts(norms, principles)),
    [cut, norms, principles],
  )
  const first = compared.map(({ suggestions }) => suggestions[0]?.relation ?? 'nothing')
  const count = (relation: (typeof first)[number]) => first.filter((one) => one === relation).length
  return (
    <section className="tied" aria-labelledby="compared">
      <h2 id="compared" ref={heading} tabIndex={-1}>
        {t('compare.clauses', { count: compared.length })}
      </h2>
      <ul className="compare-sum">
        <li>{t('compare.sum.repeats', { count: count('repeats') })}</li>
        <li>{t('compare.sum.extends', { count: count('extends') })}</li>
        <li>{t('compare.sum.contradicts', { count: count('contradicts') })}</li>
        <li>{t('compare.sum.nothing', { count: count('nothing') })}</li>
      </ul>
      <p className="quiet">{t('compare.caution')}</p>
      {cut.tooShort > 0 && <p className="quiet">{t('compare.tooShort', { count: cut.tooShort })}</p>}
      {cut.beyond > 0 && (
        <p className="note" data-tone="warn">
          {t('compare.beyond', { count: cut.beyond })}
        </p>
      )}
      <ol className="clauses">
        {compared.map((one, index) => (
          <ClauseCard key={index} index={index} compared={one} draft={draft} onChange={onChange} />
        ))}
      </ol>
      <ConfirmForm clauses={cut.clauses} draft={draft} onChange={onChange} />
    </section>
  )
}

/** Norms in our own words with their items; principles in the wording of the text, or their name where nobody recorded it. */
function comparedTexts(norms: readonly Norm[], principles: readonly RecordFacts[]): readonly ComparedText[] {
  return [
    ...norms.map(({ id, letter, label, items }) => ({
      id,
      letter,
      wording: label,
      more: items.map((item) => item.text),
    })),
    ...principles.map((record) => ({
      id: record.entity,
      wording: textsOf(record, 'wording')[0] ?? record.name,
      more: [record.name],
    })),
  ]
}
