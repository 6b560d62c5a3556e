/** A paragraph of a synthesis while it is written, with the accepted answers that it rests on; and what the synthesis leaves out. */
import type { SubmissionView, SynthesisParagraph } from '@demarche/core'
import { slugOfEntity } from '@demarche/core/portfolio/read-record.ts'
import { weighSynthesis } from '@demarche/core/stakeholders/synthesis.ts'
import { consultationPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useText } from '../../texts.ts'

interface ParagraphProps {
  readonly number: number
  readonly paragraph: SynthesisParagraph
  /** accepted answers that may be cited: the first of them, or those that were searched for */
  readonly offered: readonly SubmissionView[]
  /** answers that the synthesis on record cites */
  readonly known: readonly SubmissionView[]
  readonly onChange: (paragraph: SynthesisParagraph) => void
  readonly onRemove: () => void
  readonly onUp: (() => void) | undefined
}

export function Paragraph({ number, paragraph, offered, known, onChange, onRemove, onUp }: ParagraphProps) {
  const t = useText()
  const { text, cites } = paragraph
  const toggle = (entity: string) =>
    onChange({
      text,
      cites: cites.includes(entity) ? cites.filter((one) => one !== entity) : [...cites, entity],
    })
  const byEntity = new Map([...known, ...offered].map((one) => [one.entity, one]))
  // what is cited already stays in sight, whatever is searched for
  const choices = [...new Set([...cites, ...offered.map(({ entity }) => entity)])]
  return (
    <div className="result-paragraph">
      <div className="field">
        <label htmlFor={`paragraph-${number}`}>{t('desk.consultation.paragraph', { number })}</label>
        <textarea
          id={`paragraph-${number}`}
          rows={3}
          value={text}
          onChange={(event) => onChange({ text: event.target.value, cites })}
        />
      </div>
      {choices.length > 0 && (
        <fieldset className="field">
          <legend>{t('desk.consultation.cites')}</legend>
          <div className="checks">
            {choices.map((entity) => (
              <label key={entity} className="check">
                <input type="checkbox" checked={cites.includes(entity)} onChange={() => toggle(entity)} />
                {nameOfAnswer(byEntity.get(entity) ?? { entity })}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <p className="actions">
        {onUp && (
          <button type="button" className="button-quiet" onClick={onUp}>
            {t('desk.consultation.up', { number })}
          </button>
        )}
        <button type="button" className="button-quiet" onClick={onRemove}>
          {t('desk.consultation.removeParagraph', { number })}
        </button>
      </p>
    </div>
  )
}

/** By who sent it; by its reference where nobody is named. */
function nameOfAnswer({ from, entity }: Pick<SubmissionView, 'from' | 'entity'>): string {
  return from ?? slugOfEntity(entity)
}

interface FindingProps {
  readonly consultation: string
  readonly paragraphs: readonly SynthesisParagraph[]
  /** how many answers are accepted */
  readonly accepted: number
  /** all of them, where they are few enough to be offered at once */
  readonly offered: readonly SubmissionView[] | undefined
  /** what the synthesis on record should not rest on */
  readonly strange: readonly string[]
}

/** What the synthesis leaves out, said while it is written. */
export function Finding({ consultation, paragraphs, accepted, offered, strange: before }: FindingProps) {
  const t = useText()
  const written = paragraphs.filter(({ text }) => text.trim() !== '')
  if (written.length === 0 || accepted === 0) return null
  const { cited, bare } = weighSynthesis(written, [])
  const strange = before.filter((one) => cited.includes(one))
  const uncited = accepted - (cited.length - strange.length)
  const named = offered?.filter(({ entity }) => !cited.includes(entity)) ?? []
  return (
    <div className="note" data-tone={uncited > 0 || strange.length > 0 ? 'warn' : 'ok'}>
      {uncited === 0 ? (
        <p>{t('desk.consultation.uncitedNone')}</p>
      ) : (
        <p>
          {t('desk.consultation.uncited')}
          {t('mark.colon')}{' '}
          {named.length > 0 ? (
            named.map(nameOfAnswer).join(', ')
          ) : (
            <GoLink to={`${consultationPath(consultation)}?list=uncited`}>{uncited}</GoLink>
          )}
        </p>
      )}
      {bare.length > 0 && (
        <p>{t('desk.consultation.bare', { count: bare.length, places: bare.join(', ') })}</p>
      )}
      {strange.length > 0 && (
        <p>
          {t('desk.consultation.strange')}
          {t('mark.colon')} {strange.map(slugOfEntity).join(', ')}
        </p>
      )}
    </div>
  )
}
