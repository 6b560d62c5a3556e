/**
 * What the Grounds panel shows is part of the address: `?grounds=test:significant-effect`.
 *
 * Opening remembers where the focus was, so that closing gives it back.
 */
import { useCallback } from 'react'
import { useAddressValues } from '../frame/address.ts'

const GROUNDS_KINDS = [
  'fact',
  'dimension',
  'band',
  'test',
  'norm',
  'claim',
  'hypothesis',
  'evidence',
  'measure',
  'package',
  'step',
  'political',
  'neighbour',
  'consistency',
  'statement',
  'doctrine',
  'listing',
] as const
type GroundsKind = (typeof GROUNDS_KINDS)[number]

/** One thing whose grounds can be seen. */
export interface Topic {
  readonly kind: GroundsKind
  readonly id: string
}

/** Reads `kind:id`. */
export function parseTopic(text: string | null): Topic | undefined {
  const colon = text?.indexOf(':') ?? -1
  if (!text || colon < 1) return undefined
  const kind = GROUNDS_KINDS.find((known) => known === text.slice(0, colon))
  return kind && { kind, id: text.slice(colon + 1) }
}

let opener: HTMLElement | null = null

export function useGrounds() {
  const [search, change] = useAddressValues()
  const text = search.get('grounds')
  const topic = parseTopic(text)
  const open = useCallback(
    ({ kind, id }: Topic) => {
      const active = document.activeElement
      if (active instanceof HTMLElement && !active.closest('.grounds')) opener = active
      change({ grounds: `${kind}:${id}` })
    },
    [change],
  )
  const close = useCallback(() => {
    change({ grounds: undefined })
    const back = opener
    opener = null
    requestAnimationFrame(() => {
      if (back?.isConnected) back.focus()
      else document.querySelector<HTMLElement>('main')?.focus()
    })
  }, [change])
  return { topic, key: text, open, close }
}
