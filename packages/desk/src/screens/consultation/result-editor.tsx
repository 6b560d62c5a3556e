/** The synthesis paragraph by paragraph with what each rests on, what came of the consultation, and their publication. */
import type { ConsultationAnswer } from '@demarche/api'
import type { SynthesisParagraph } from '@demarche/core'
import { slugOfEntity } from '@demarche/core/portfolio/read-record.ts'
import { type FormEvent, useRef, useState } from 'react'
import { z } from 'zod'
import {
  synthesisAddress,
  usePublishSynthesis,
  useSetSynthesis,
  useSubmissions,
} from '../../api/consultation-queries.ts'
import { recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useTell } from '../../frame/toasts.tsx'
import { useTyped } from '../../frame/typed.ts'
import { RefusalNote } from '../../parts/await.tsx'
import { PaperForms } from '../../parts/paper-forms.tsx'
import { SearchInList } from '../../parts/search-in-list.tsx'
import { ReferenceInput } from '../../portfolio/reference-input.tsx'
import { TextField } from '../../record/text-field.tsx'
import { useText } from '../../texts.ts'
import { OnRecord, Overtaken } from './result-on-record.tsx'
import { Finding, Paragraph } from './result-paragraph.tsx'

/** What a consultation may have led to, as its kind says. */
const LED_KINDS = ['norm-set', 'principle', 'commitment', 'standards-item', 'project', 'meeting', 'cbm-act']

export function ResultEditor({ answer }: { readonly answer: ConsultationAnswer }) {
  const t = useText()
  const { consultation, mayModerate, names, published } = answer
  const { entity, synthesis, outcome, led } = consultation
  const hasResult = synthesis.length > 0 || outcome !== undefined || led.length > 0
  return (
    <section className="tied" aria-labelledby="result">
      <h2 id="result">{t('desk.consultation.result')}</h2>
      {hasResult && <p className="quiet">{t(`desk.consultation.state.${published}`)}</p>}
      {mayModerate ? (
        <>
          <Editor answer={answer} />
          {hasResult && published !== 'yes' && <Publish entity={entity} />}
        </>
      ) : (
        <>
          <OnRecord consultation={consultation} />
          <ul>
            {led.map((one) => (
              <li key={one}>
                <GoLink to={recordPath(one)}>{names[one] ?? one}</GoLink>
              </li>
            ))}
          </ul>
          {!hasResult && <p className="quiet">{t('desk.consultation.none')}</p>}
        </>
      )}
      {hasResult && (
        <>
          <h3>{t('desk.consultation.paper')}</h3>
          <p className="quiet">{t('desk.consultation.paperLead')}</p>
          <PaperForms
            name={t('desk.consultation.result')}
            address={(form) => synthesisAddress(entity, form)}
            fileName={`synthesis-${slugOfEntity(entity)}`}
            madeOf={answer}
          />
        </>
      )}
    </section>
  )
}

/** What was typed and not yet saved, and what stood when the typing began (STK-13). */
const draftSchema = z
  .object({
    paragraphs: z.array(z.object({ text: z.string(), cites: z.array(z.string()).readonly() })).readonly(),
    outcome: z.string(),
    led: z.array(z.string()).readonly(),
    follows: z.array(z.string()).readonly(),
  })
  .readonly()
type Draft = z.infer<typeof draftSchema>

function Editor({
  answer: { consultation, counts, names, result },
}: {
  readonly answer: ConsultationAnswer
}) {
  const t = useText()
  const tell = useTell()
  const save = useSetSynthesis(consultation.entity)
  const [typed, setTyped] = useTyped(consultation.entity, 'synthesis', draftSchema)
  const draft: Draft = typed ?? {
    paragraphs: consultation.synthesis,
    outcome: consultation.outcome ?? '',
    led: consultation.led,
    follows: result,
  }
  const { paragraphs, outcome, led } = draft
  const isOvertaken = draft.follows.join() !== result.join()
  const heading = useRef<HTMLHeadingElement>(null)
  const goOn = (next: Draft | null) => {
    setTyped(next)
    save.reset()
    // the note that had the focus goes
    heading.current?.focus()
  }
  const type = (part: Partial<Draft>) => setTyped({ ...draft, ...part })
  const setParagraphs = (next: readonly SynthesisParagraph[]) => type({ paragraphs: next })
  const [q, setQ] = useState<string>()
  const found = useSubmissions(consultation.entity, { list: 'accepted', q })
  const offered = found.data?.pages.flatMap(({ submissions }) => submissions) ?? []
  const isWhole = q === undefined && found.data !== undefined && !found.hasNextPage
  const change = (index: number, paragraph: SynthesisParagraph) =>
    setParagraphs(paragraphs.with(index, paragraph))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const input = {
      paragraphs: paragraphs.filter(({ text }) => text.trim() !== ''),
      led: [...led],
      follows: [...draft.follows],
      ...(outcome.trim() === '' ? {} : { outcome: outcome.trim() }),
    }
    save.mutate(input, {
      onSuccess: () => {
        setTyped(null)
        tell(t('desk.consultation.saved'))
      },
    })
  }
  return (
    <>
      {isOvertaken && (
        <Overtaken
          consultation={consultation}
          onTakeNote={() => goOn({ ...draft, follows: result })}
          onDiscard={() => goOn(null)}
        />
      )}
      {/* outside of the form: Enter searches, and saves nothing */}
      {counts.accepted > 0 && paragraphs.length > 0 && !isWhole && (
        <div className="answer-search">
          <SearchInList label={t('desk.consultation.searchCites')} asked={q} onAsk={setQ} />
        </div>
      )}
      <form className="form result-form" onSubmit={submit} noValidate>
        <h3 ref={heading} tabIndex={-1}>
          {t('consultation.synthesis')}
        </h3>
        {paragraphs.map((paragraph, index) => (
          <Paragraph
            key={index}
            number={index + 1}
            paragraph={paragraph}
            offered={offered}
            known={consultation.cited}
            onChange={(next) => change(index, next)}
            onRemove={() => setParagraphs(paragraphs.toSpliced(index, 1))}
            onUp={
              index === 0
                ? undefined
                : () =>
                    setParagraphs(
                      paragraphs.toSpliced(index - 1, 2, paragraph, ...paragraphs.slice(index - 1, index)),
                    )
            }
          />
        ))}
        <p className="actions">
          <button type="button" onClick={() => setParagraphs([...paragraphs, { text: '', cites: [] }])}>
            {t('desk.consultation.addParagraph')}
          </button>
        </p>
        <Finding
          consultation={consultation.entity}
          paragraphs={paragraphs}
          accepted={counts.accepted}
          offered={isWhole ? offered : undefined}
          strange={consultation.finding.strange}
        />
        <h3>{t('consultation.outcome')}</h3>
        <div className="field">
          <label htmlFor="outcome">{t('desk.consultation.outcomeHint')}</label>
          <textarea
            id="outcome"
            rows={3}
            value={outcome}
            onChange={(event) => type({ outcome: event.target.value })}
          />
        </div>
        <h3>{t('consultation.led')}</h3>
        {led.length > 0 && (
          <ul className="chosen">
            {led.map((one) => (
              <li key={one}>
                <GoLink to={recordPath(one)}>{names[one] ?? one}</GoLink>{' '}
                <button
                  type="button"
                  className="button-quiet"
                  onClick={() => type({ led: led.filter((other) => other !== one) })}
                >
                  {t('desk.consultation.remove')} <span className="sr-only">{names[one] ?? one}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <ReferenceInput
          id="led"
          label={t('desk.consultation.ledAdd')}
          hint={t('desk.consultation.ledHint')}
          value=""
          kinds={LED_KINDS}
          isInvalid={false}
          onChange={(entity) => entity !== '' && !led.includes(entity) && type({ led: [...led, entity] })}
        />
        {save.isError && !isOvertaken && <RefusalNote error={save.error} />}
        <p className="actions">
          <button type="submit" className="button-main" disabled={save.isPending || isOvertaken}>
            {t('desk.consultation.save')}
          </button>
        </p>
      </form>
    </>
  )
}

function Publish({ entity }: { readonly entity: string }) {
  const t = useText()
  const tell = useTell()
  const publish = usePublishSynthesis(entity)
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') return
    publish.mutate(reason.trim(), { onSuccess: () => tell(t('desk.consultation.published')) })
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      {publish.isError && <RefusalNote error={publish.error} />}
      <TextField
        id="publish-reason"
        label={t('desk.consultation.publishReason')}
        value={reason}
        error={undefined}
        onChange={setReason}
      />
      <p className="actions">
        <button type="submit" disabled={publish.isPending || reason.trim() === ''}>
          {t('desk.consultation.publish')}
        </button>
      </p>
    </form>
  )
}
