/** Several places: each that is chosen stands above the field in which the next is found by name or code. */
import { useState } from 'react'
import { Chooser } from '../parts/chooser.tsx'
import { useText } from '../texts.ts'
import { findPlaces, usePlaceChoices, usePlaceName } from './places.ts'

interface Props {
  readonly id: string
  readonly codes: readonly string[]
  readonly isInvalid: boolean
  readonly onChange: (codes: readonly string[]) => void
}

export function PlacesInput({ id, codes, isInvalid, onChange }: Props) {
  const t = useText()
  const placeName = usePlaceName()
  const all = usePlaceChoices()
  const [typed, setTyped] = useState('')
  return (
    <>
      {codes.length > 0 && (
        <ul className="chosen">
          {codes.map((code) => (
            <li key={code}>
              {placeName(code)}{' '}
              <button
                type="button"
                className="button-quiet"
                onClick={() => onChange(codes.filter((one) => one !== code))}
              >
                {t('chooser.remove')} <span className="sr-only">{placeName(code)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Chooser
        id={id}
        className="chooser chooser-more"
        label={t('chooser.addPlace')}
        choices={findPlaces(all, typed).filter((choice) => !codes.includes(choice.id))}
        typed={typed}
        whenEmpty={t('chooser.noPlace')}
        isInvalid={isInvalid}
        onType={setTyped}
        onChoose={(code) => {
          setTyped('')
          onChange([...codes, code])
        }}
        onLeave={() => setTyped('')}
      />
    </>
  )
}
