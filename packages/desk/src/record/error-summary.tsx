/** What stands in the way of saving: takes the focus, each line leads to its field. */
import { useEffect, useRef } from 'react'
import { Refusal } from '../api/client.ts'
import { FaultLines, InEnglish, RefusalSentence, useToldRefusal } from '../parts/fault-lines.tsx'
import { useText } from '../texts.ts'
import type { FieldFault } from './authority-draft.ts'

interface Props {
  readonly faults: readonly FieldFault[]
  /** the refusal of the server, if it refused */
  readonly error?: unknown
  /** counts the attempts, so that a second one takes the focus again */
  readonly attempt: number
}

function jump(field: string): void {
  const target = document.getElementById(field)
  target?.closest('details')?.setAttribute('open', '')
  const label = document.querySelector(`label[for="${CSS.escape(field)}"]`)
  ;(label ?? target)?.scrollIntoView({ block: 'center' })
  target?.focus({ preventScroll: true })
}

export function ErrorSummary({ faults, error, attempt }: Props) {
  const t = useText()
  const tell = useToldRefusal()
  const box = useRef<HTMLDivElement>(null)
  const shown = attempt > 0 && (faults.length > 0 || Boolean(error))
  // not for a fault that appears while somebody types: it would take the field away from under them
  useEffect(() => box.current?.focus(), [attempt, error])
  if (!shown) return null
  const told = error instanceof Refusal ? tell(error) : null
  return (
    <div className="note" data-tone="error" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('fault.title')}</h2>
      <ul>
        {faults.map(({ field, message }) => (
          <li key={`${field}${message}`}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault()
                jump(field)
              }}
            >
              {message}
            </a>
          </li>
        ))}
        {Boolean(error) && !told && <li>{t('state.unreachableHow')}</li>}
        {told?.sentence && (
          <li>
            <RefusalSentence told={told} />
          </li>
        )}
        {told && <FaultLines told={told} />}
      </ul>
      {told && <InEnglish told={told} />}
      <p>{t('fault.nothingLost')}</p>
    </div>
  )
}
