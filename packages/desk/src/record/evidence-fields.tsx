/** The items of evidence that a statement rests on: chosen by name, one after the other. */
import { useState } from 'react'
import { ReferenceInput } from '../portfolio/reference-input.tsx'
import { useText } from '../texts.ts'

interface Props {
  readonly items: readonly string[]
  readonly onChange: (items: readonly string[]) => void
}

export function EvidenceFields({ items, onChange }: Props) {
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
            <ReferenceInput
              key={`${index} ${item}`}
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
          ))}
        </>
      )}
    </details>
  )
}
