/** A State found by typing; its name stands in the field until the field is left. */
import { useState } from 'react'
import { Chooser } from '../../parts/chooser.tsx'
import { findPlaces, usePlaceChoices } from '../../portfolio/places.ts'
import { useText } from '../../texts.ts'

interface Props {
  readonly id: string
  readonly label: string
  readonly onChoose: (code: string) => void
}

export function StateChooser({ id, label, onChoose }: Props) {
  const t = useText()
  const all = usePlaceChoices()
  const [typed, setTyped] = useState('')
  return (
    <Chooser
      id={id}
      className="chooser filter-place"
      label={label}
      choices={findPlaces(
        all.filter(({ code }) => code !== '*'),
        typed,
      )}
      typed={typed}
      whenEmpty={t('chooser.noPlace')}
      onType={setTyped}
      onLeave={() => setTyped('')}
      onChoose={(code) => {
        setTyped('')
        onChoose(code)
      }}
    />
  )
}
