/**
 * When silence ends: day and clock of Brussels first, UTC beside it; working values as a start, which bind nobody.
 *
 * A reading that the clock shows twice, or never, is asked back. Rests on: PRC-20, PRC-21.
 */
import {
  brusselsTime,
  fromBrussels,
  type FromBrussels,
  silenceUntil,
} from '@demarche/core/kernel/brussels-time.ts'
import type { SilenceLengths } from '@demarche/core'
import { useState } from 'react'
import { AuthorityMark, Unverified } from '../../../parts/authority-mark.tsx'
import { useText } from '../../../texts.ts'
import { sayBrussels, sayLeft, sayUtc } from './brussels-words.ts'

interface Props {
  readonly label: string
  /** UTC instant, empty while there is none */
  readonly value: string
  readonly now: number
  readonly lengths: SilenceLengths | null
  readonly error: string | undefined
  readonly onChange: (instant: string) => void
}

/** The instant at its next full minute: the field knows no seconds. */
function fullMinute(instant: string): string {
  return new Date(Math.ceil(Date.parse(instant) / 60_000) * 60_000).toISOString()
}

export function UntilField({ label, value, now, lengths, error, onChange }: Props) {
  const t = useText()
  const [typed, setTyped] = useState(() => (value === '' ? { date: '', time: '' } : readingOf(value)))
  const read = meant(typed)
  const type = (next: Reading) => {
    setTyped(next)
    const found = meant(next)
    onChange(found && 'instant' in found ? found.instant : '')
  }
  const choose = (instant: string) => {
    setTyped(readingOf(instant))
    onChange(instant)
  }
  return (
    <fieldset className="field" data-invalid={error !== undefined}>
      <legend>{label}</legend>
      {error && (
        <p className="field-error" id="until-error">
          {error}
        </p>
      )}
      <div className="field-row">
        <label className="until-part">
          <span>{t('until.day')}</span>
          <input
            id="until"
            type="date"
            value={typed.date}
            aria-invalid={error !== undefined}
            aria-describedby={error ? 'until-error' : undefined}
            onChange={(event) => type({ ...typed, date: event.target.value })}
          />
        </label>
        <label className="until-part">
          <span>{t('until.clock')}</span>
          <input
            inputMode="numeric"
            autoComplete="off"
            placeholder="18:00"
            value={typed.time}
            onChange={(event) => type({ ...typed, time: event.target.value })}
          />
        </label>
      </div>
      {read && 'reason' in read && value === '' && (
        <div className="note" data-tone="warn" role="status">
          <p>{read.reason}</p>
          {read.instead.map((instant) => (
            <button key={instant} type="button" onClick={() => choose(instant)}>
              {sayBrussels(instant)} ({sayUtc(instant)})
            </button>
          ))}
        </div>
      )}
      {value !== '' && (
        <p className="until-said" role="status">
          <strong>{sayBrussels(value)}</strong>
          <span className="quiet">
            {sayUtc(value)},{' '}
            {Date.parse(value) > now
              ? t('until.fromNow', { left: sayLeft(t, Date.parse(value) - now) })
              : t('until.past')}
          </span>
        </p>
      )}
      {lengths && (
        <div className="presets">
          <span className="quiet">{t('until.presets')}</span>
          {(['normal', 'short', 'crisis'] as const).map((kind) => (
            <button
              key={kind}
              type="button"
              onClick={() =>
                choose(fullMinute(silenceUntil(new Date(now).toISOString(), lengths.hours[kind])))
              }
            >
              {t(`until.preset.${kind}`, { hours: lengths.hours[kind] })}
            </button>
          ))}
          <p className="hint">
            <AuthorityMark authority="our-judgement" />
            {t('mark.colon')} {t('until.judgement', { clock: lengths.clock })} <Unverified />
          </p>
        </div>
      )}
    </fieldset>
  )
}

interface Reading {
  readonly date: string
  readonly time: string
}

function readingOf(instant: string): Reading {
  const { date, time } = brusselsTime(instant)
  return { date, time }
}

/** What was typed on the clock of Brussels, once it is whole; `9:00` is read as `09:00`. A 24-hour clock whatever the browser speaks. */
function meant({ date, time }: Reading): FromBrussels | null {
  const clock = time.trim().padStart(5, '0')
  return date === '' || time.trim().length < 4 ? null : fromBrussels(`${date}T${clock}`)
}
