/**
 * A State found by typing, never an organisation or a region. Where one is looked at, the field says which; where several
 * are chosen, it is empty again after each, ready for the next.
 */
import { isCountryCode } from '@demarche/core/kernel/country-code.ts'
import { useEffect, useRef, useState } from 'react'
import { Chooser } from '../../parts/chooser.tsx'
import { findPlaces, usePlaceChoices } from '../../portfolio/places.ts'
import { useText } from '../../texts.ts'

interface Props {
  readonly id: string
  readonly label: string
  /** what the State that is looked at is called */
  readonly shown?: string | undefined
  readonly onChoose: (code: string) => void
}

export function StateChooser({ id, label, shown = '', onChoose }: Props) {
  const t = useText()
  const all = usePlaceChoices()
  const [typed, setTyped] = useState(shown)
  useEffect(() => setTyped(shown), [shown])
  // a new field for each choice: an emptied one would open its list again, over everything else
  const [chosen, setChosen] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen > 0) box.current?.querySelector('input')?.focus()
  }, [chosen])
  return (
    <div ref={box}>
      <Chooser
        key={chosen}
        id={id}
        className="chooser filter-place"
        label={label}
        choices={findPlaces(
          all.filter(({ code }) => isCountryCode(code)),
          typed === shown ? '' : typed,
        )}
        typed={typed}
        whenEmpty={t('chooser.noCountry')}
        onType={setTyped}
        onLeave={() => setTyped(shown)}
        onChoose={(code) => {
          setTyped(shown)
          setChosen(chosen + 1)
          onChoose(code)
        }}
      />
    </div>
  )
}
