/** One place, chosen by name or code. */
import { type ReactNode, useEffect, useState } from 'react'
import { Chooser } from '../parts/chooser.tsx'
import { useText } from '../texts.ts'
import { findPlaces, usePlaceChoices, usePlaceName } from './places.ts'

interface Props {
  readonly id: string
  readonly label: ReactNode
  /** a code; empty for none */
  readonly value: string
  readonly className?: string | undefined
  readonly onChange: (code: string) => void
}

export function PlaceField({ id, label, value, className, onChange }: Props) {
  const t = useText()
  const placeName = usePlaceName()
  const all = usePlaceChoices()
  const shown = value === '' ? '' : placeName(value)
  const [typed, setTyped] = useState(shown)
  useEffect(() => setTyped(shown), [shown])
  return (
    <Chooser
      id={id}
      className={className}
      label={label}
      choices={findPlaces(all, typed === shown ? '' : typed)}
      typed={typed}
      whenEmpty={t('chooser.noPlace')}
      onType={(next) => {
        setTyped(next)
        if (next.trim() === '' && value !== '') onChange('')
      }}
      onChoose={(code) => {
        setTyped(placeName(code))
        onChange(code)
      }}
      onLeave={() => setTyped(shown)}
    />
  )
}
