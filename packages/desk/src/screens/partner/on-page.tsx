/** What the parts of a partner's page share: the answer, its records by entity, the kinds and their words. */
import type { PartnerAnswer, RecordRow, TiedSection } from '@demarche/api'
import type { RecordKind } from '@demarche/core'
import { createContext, type ReactNode, use, useMemo } from 'react'
import { FactValue } from '../../portfolio/fact-value.tsx'
import { kindWording } from '../../portfolio/kind-wording.ts'
import { usePrintedPlaceName } from '../../portfolio/places.ts'
import type { Wording } from '../../record/wording.ts'
import { useText } from '../../texts.ts'

interface OnPage {
  readonly answer: PartnerAnswer
  readonly kinds: readonly RecordKind[]
  kind(id: string): RecordKind | undefined
  row(entity: string): RecordRow | undefined
  wording(kind: string): Wording | undefined
  /** the sections of one kind, a section for each property by which it is tied */
  sections(kind: string): readonly TiedSection[]
}

const Context = createContext<OnPage | null>(null)

export function useOnPage(): OnPage {
  const page = use(Context)
  if (!page) throw new Error('a part of a partner page stands outside of one')
  return page
}

interface Props {
  readonly answer: PartnerAnswer
  readonly kinds: readonly RecordKind[]
  readonly children: ReactNode
}

export function OnPageOf({ answer, kinds, children }: Props) {
  const t = useText()
  const placeName = usePrintedPlaceName()
  const page = useMemo((): OnPage => {
    const rows = new Map(answer.sections.flatMap((section) => section.rows.map((row) => [row.entity, row])))
    const byId = new Map(kinds.map((kind) => [kind.id, kind]))
    const wordings = new Map(
      kinds.map((kind) => [kind.id, kindWording(kind, { t, placeName, names: answer.names })]),
    )
    return {
      answer,
      kinds,
      kind: (id) => byId.get(id),
      row: (entity) => rows.get(entity),
      wording: (kind) => wordings.get(kind),
      sections: (kind) => answer.sections.filter((section) => section.kind === kind),
    }
  }, [answer, kinds, placeName, t])
  return <Context value={page}>{children}</Context>
}

/** One property of a record on the page, with its doubts. */
export function Known({ row, property }: { readonly row: RecordRow; readonly property: string }) {
  const wording = useOnPage().wording(row.kind)
  if (!wording) return null
  return (
    <FactValue
      row={row.facts.find((one) => one.property === property)}
      property={property}
      wording={wording}
      doubts={row.doubts}
    />
  )
}
