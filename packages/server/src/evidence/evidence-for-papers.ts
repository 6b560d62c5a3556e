/**
 * The items of evidence under a case, as the papers of a listing need them: from what the reader may see alone.
 *
 * One view is the reader's own; another is what the reader and a delegate of a party both see (ACS-09). In either an item
 * counts when something seen in that view ties it to the case. Which items may stand in which paper is for the writers to
 * say (TXT-26). Next door: `evidence-desk.ts`.
 */
import {
  isPartialDate,
  type KindProperty,
  itemsNamedIn,
  type PortfolioRecord,
  propertyOf,
  readCustody,
  readRecord,
  sayWord,
  weighListingUse,
  wordsIn,
} from '@demarche/core'
import type { Language } from '@demarche/core/kernel/language.ts'
import type { EvidenceOnPaper } from '@demarche/documents'
import type { Reader } from '@demarche/store'
import type { StoreView } from '../access/narrowed-ledger.ts'
import type { DossierDesk } from '../dossier/dossier-desk.ts'
import type { PortfolioDesk } from '../portfolio/portfolio-desk.ts'
import { EVIDENCE_KIND, type EvidenceDesk } from './evidence-desk.ts'

export interface EvidenceForPapers {
  /**
   * The items under the case as they are seen in that view, their kind in the words of the language.
   * @throws DemarcheError not-found when the reader may see nothing of the case
   */
  ofCase(
    reader: Reader,
    entity: string,
    view: EvidenceView,
    language?: Language,
  ): Promise<readonly EvidenceOnPaper[]>
}

/** Where to read from: the records themselves, or what two readers see both. */
export interface EvidenceView {
  readonly store: StoreView
  readonly dossiers: Pick<DossierDesk, 'dossier'>
}

const CUSTODY_KIND = 'custody-entry'
const OPEN_SOURCE = 'open-source'

export function openEvidenceForPapers({
  evidence,
  portfolio,
  today,
}: {
  readonly evidence: Pick<EvidenceDesk, 'ofCase'>
  readonly portfolio: Pick<PortfolioDesk, 'record' | 'kind' | 'kindsIn'>
  /** the present calendar day in Brussels */
  readonly today: () => string
}): EvidenceForPapers {
  return {
    async ofCase(reader, entity, { store, dossiers }, language = 'en') {
      const inWords = portfolio.kindsIn(language).find(({ id }) => id === EVIDENCE_KIND)
      const category = inWords && propertyOf(inWords, 'category')
      const { items } = await evidence.ofCase(reader, entity)
      const { statements } = await dossiers.dossier(reader, entity, {})
      const named = new Set(itemsNamedIn(Object.values(statements)))
      const ledger = store.as(reader)
      const read = async (kind: string, one: string): Promise<readonly PortfolioRecord[]> => {
        const seen = await ledger.statements(one)
        return seen.length === 0
          ? []
          : [readRecord({ kind: portfolio.kind(kind), entity: one, statements: seen, asOf: today() })]
      }
      const found = await Promise.all(
        items.map(async ({ entity: item }): Promise<readonly EvidenceOnPaper[]> => {
          const [record] = await read(EVIDENCE_KIND, item)
          if (!record || !(named.has(item) || wordsIn(record, 'cases').includes(entity))) return []
          const whole = await portfolio.record(reader, item, {})
          const entries = whole.evidence?.custody.entries ?? []
          const custody = await Promise.all(entries.map((one) => read(CUSTODY_KIND, one.entity)))
          return [onPaper(record, weighListingUse(record, readCustody(custody.flat())), category)]
        }),
      )
      return found.flat()
    },
  }
}

function onPaper(
  record: PortfolioRecord,
  use: EvidenceOnPaper['use'],
  category: KindProperty | undefined,
): EvidenceOnPaper {
  // of several values none can be given as the one
  const only = (property: string): string | undefined => {
    const [word, ...others] = wordsIn(record, property)
    return others.length === 0 ? word : undefined
  }
  const [kind, acquired, summary] = [only('category'), only('start'), only('summary')]
  return {
    entity: record.entity,
    name: record.name,
    marking: record.marking,
    use,
    ...(kind === undefined ? {} : { category: category ? sayWord(category, kind) : kind }),
    isOpenSource: kind === OPEN_SOURCE,
    ...(acquired === undefined || !isPartialDate(acquired) ? {} : { acquired }),
    ...(summary === undefined ? {} : { summary }),
  }
}
