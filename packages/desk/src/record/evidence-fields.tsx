/**
 * The items of evidence that a statement rests on: chosen by name, one after the other, each with the markings under which
 * it may be named (EVI-02), before anything is sent.
 */
import type { Marking } from '@demarche/core'
import { formatMarking, markingKey } from '@demarche/core/kernel/marking.ts'
import { effectiveMarking } from '@demarche/core/kernel/may-read.ts'
import { leastMarkings, mayBeNamedIn } from '@demarche/core/portfolio/evidence/naming.ts'
import { useState } from 'react'
import { useRecordOnFile } from '../api/portfolio-queries.ts'
import { useSession } from '../api/queries.ts'
import { ReferenceInput } from '../portfolio/reference-input.tsx'
import { useText } from '../texts.ts'

interface Props {
  readonly items: readonly string[]
  /** of the statement, as it is chosen so far */
  readonly marking: Marking
  readonly onChange: (items: readonly string[]) => void
  /** a marking is chosen that fits */
  readonly onMark: (marking: Marking) => void
}

export function EvidenceFields({ items, marking, onChange, onMark }: Props) {
  const t = useText()
  const [isOpen, setOpen] = useState(items.length > 0)
  return (
    <details
      className="more"
      open={isOpen || items.length > 0}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('evidence.restsOn')}</summary>
      {(isOpen || items.length > 0) && (
        <>
          <p className="hint">{t('evidence.restsOnHint')}</p>
          {[...items, ''].map((item, index) => (
            <div key={`${index} ${item}`}>
              <ReferenceInput
                id={`source-evidence-${index}`}
                label={t(item === '' && items.length > 0 ? 'evidence.anotherItem' : 'evidence.item')}
                hint=""
                value={item}
                kinds={['evidence-item']}
                isInvalid={false}
                onChange={(next) =>
                  onChange([...new Set(items.toSpliced(index, 1, next))].filter((one) => one !== ''))
                }
              />
              {item !== '' && <FittingMarkings item={item} marking={marking} onMark={onMark} />}
            </div>
          ))}
        </>
      )}
    </details>
  )
}

/** Under which markings the item may be named, and that the one chosen is none of them. */
function FittingMarkings({
  item,
  marking,
  onMark,
}: Pick<Props, 'marking' | 'onMark'> & { readonly item: string }) {
  const t = useText()
  const assertedBy = useSession().data?.party
  const known = useRecordOnFile(item, undefined).data
  if (!known) return null
  const said = Object.values(known.statements).map(effectiveMarking)
  const least = leastMarkings(said)
  const fits = mayBeNamedIn(effectiveMarking({ marking, assertedBy }), said)
  return (
    <div role="status">
      {!fits && <p className="field-error">{t('evidence.tooOpen', { marking: formatMarking(marking) })}</p>}
      <p className="hint">{t('evidence.fits', { markings: least.map(formatMarking).join(' / ') })}</p>
      {!fits &&
        least.map((one) => (
          <button key={markingKey(one)} type="button" onClick={() => onMark(one)}>
            {t('evidence.useMarking', { marking: formatMarking(one) })}
          </button>
        ))}
    </div>
  )
}
