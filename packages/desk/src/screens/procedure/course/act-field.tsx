/** One field of an act, as its kind asks for. */
import { MEETING_BODIES, type ProcedureAnswer } from '@demarche/api/procedure.ts'
import { entryOn } from '@demarche/core/procedure/graph.ts'
import { POSITIONS } from '@demarche/core/procedure/position.ts'
import type { Doctrine, NextAct } from '@demarche/core'
import type { ReactNode } from 'react'
import { bodyInWords } from '../../../parts/spelt-out.tsx'
import { isTextKey, useText } from '../../../texts.ts'
import type { ActDraft } from './act-draft.ts'
import type { FieldSpec } from './act-fields.ts'
import { DocumentFields } from './document-fields.tsx'
import { PartyChoice } from './party-choice.tsx'
import { Proxies } from './proxies.tsx'
import { RoomPositions } from './room-positions.tsx'
import { UntilField } from './until-field.tsx'

interface Props {
  readonly spec: FieldSpec
  readonly next: NextAct
  readonly answer: ProcedureAnswer
  readonly doctrine: Doctrine
  readonly draft: ActDraft
  readonly now: number
  readonly error: string | undefined
  readonly onChange: (draft: ActDraft) => void
}

const HOW = ['direct', 'notice'] as const

export function ActField({ spec, next, answer, doctrine, draft, now, error, onChange }: Props) {
  const t = useText()
  const { name, kind } = spec
  const label = spec.required
    ? t(`act.field.${spec.label}`)
    : t('act.optional', { label: t(`act.field.${spec.label}`) })
  const text = draft.texts[name] ?? ''
  const setText = (value: string) => onChange({ ...draft, texts: { ...draft.texts, [name]: value } })
  const setList = (value: readonly string[]) =>
    onChange({ ...draft, lists: { ...draft.lists, [name]: value } })
  const versions = answer.text.versions.map(({ number }) => number)
  const hintKey = `act.hint.${spec.label}`
  const hint = isTextKey(hintKey) ? t(hintKey) : undefined
  const plain = (control: ReactNode) => (
    <div className="field" data-invalid={error !== undefined}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      )}
      {control}
    </div>
  )
  const described = {
    id: name,
    value: text,
    'aria-invalid': error !== undefined,
    'aria-describedby':
      [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined,
  }
  const choice = (options: readonly { readonly value: string; readonly text: string }[], empty?: string) =>
    plain(
      <select {...described} onChange={(event) => setText(event.target.value)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>,
    )
  switch (kind) {
    case 'text':
    case 'listed':
    case 'names':
      return plain(<textarea {...described} rows={4} onChange={(event) => setText(event.target.value)} />)
    case 'line':
      return plain(<input {...described} onChange={(event) => setText(event.target.value)} />)
    case 'date':
      return plain(
        <input
          {...described}
          type="date"
          className="input-short"
          onChange={(event) => setText(event.target.value)}
        />,
      )
    case 'until':
      return (
        <UntilField
          label={label}
          value={text}
          now={now}
          lengths={doctrine.graph.silence}
          error={error}
          onChange={setText}
        />
      )
    case 'body':
      return choice(
        MEETING_BODIES.filter((one) => next.body === undefined || one === next.body).map((one) => ({
          value: one,
          text: bodyInWords(doctrine, one, t(`body.${one}`)),
        })),
        next.body === undefined ? t('act.choose') : undefined,
      )
    case 'position':
      return choice(
        POSITIONS.map((one) => ({ value: one, text: t(`position.${one}`) })),
        t('act.choose'),
      )
    case 'how':
      return choice(HOW.map((one) => ({ value: one, text: t(`act.how.${one}`) })))
    case 'paragraph':
      return answer.text.paragraphs.length === 0
        ? null
        : choice(
            answer.text.paragraphs.map(({ id, text: words }) => ({
              value: id,
              text: `${id}${t('mark.colon')} ${words.slice(0, 60)}`,
            })),
            t('act.whole'),
          )
    case 'version':
      return versions.length === 0
        ? null
        : choice(
            versions.map((number) => ({
              value: String(number),
              text: t('act.version', { version: number }),
            })),
            t('act.noVersion'),
          )
    case 'parties':
    case 'members':
      return (
        <PartyChoice
          id={name}
          legend={label}
          parties={doctrine.parties ?? []}
          membersOnly={kind === 'members'}
          chosen={draft.lists[name] ?? []}
          error={error}
          onChange={setList}
        />
      )
    case 'proxies':
      return (
        <Proxies
          legend={label}
          present={draft.lists['present'] ?? []}
          parties={doctrine.parties ?? []}
          texts={draft.texts}
          error={error}
          onChange={(texts) => onChange({ ...draft, texts })}
        />
      )
    case 'positions':
      return (
        <RoomPositions
          legend={label}
          positions={answer.procedure.positions}
          parties={doctrine.parties ?? []}
          texts={draft.texts}
          error={error}
          onChange={(texts) => onChange({ ...draft, texts })}
        />
      )
    case 'documents':
    case 'acts': {
      const track = entryOn(doctrine.tracks, answer.procedure.track, answer.procedure.openedOn)
      const outlines = (kind === 'acts' ? track?.acts : track?.documents) ?? []
      return (
        <DocumentFields
          legend={label}
          kind={kind}
          outlines={outlines.map((id) => ({
            id,
            label: doctrine.documents.find((one) => one.id === id)?.label ?? id,
          }))}
          asked={next.missing.documents.map(({ outline }) => outline)}
          versions={versions}
          documents={draft.documents}
          error={error}
          onChange={(documents) => onChange({ ...draft, documents })}
        />
      )
    }
  }
}
