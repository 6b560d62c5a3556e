/** A list narrowed to what is tied to one place, chosen by name or code. */
import { useEffect, useState } from 'react'
import { Chooser } from '../parts/chooser.tsx'
import { useText } from '../texts.ts'
import { findPlaces, usePlaceChoices, usePlaceName } from './places.ts'

interface Props {
  readonly value: string | undefined
  readonly onChange: (code: string | undefined) => void
}

export function PlaceFilter({ value, onChange }: Props) {
  const t = useText()
  const placeName = usePlaceName()
  const all = usePlaceChoices()
  const shown = value === undefined ? '' : placeName(value)
  const [typed, setTyped] = useState(shown)
  useEffect(() => setTyped(shown), [shown])
  return (
    <Chooser
      id="filter-place"
      className="chooser filter-place"
      label={t('portfolio.place')}
      choices={findPlaces(all, typed === shown ? '' : typed)}
      typed={typed}
      whenEmpty={t('chooser.noPlace')}
      onType={(next) => {
        setTyped(next)
        if (next.trim() === '' && value !== undefined) onChange(undefined)
      }}
      onChoose={(code) => {
        setTyped(placeName(code))
        onChange(code)
      }}
    />
  )
}
