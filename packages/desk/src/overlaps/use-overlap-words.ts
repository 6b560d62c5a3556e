/** The words in which the desk speaks of overlaps: places, themes and projects by name. */
import type { OverlapProject } from '@demarche/api'
import { PLAN } from '@demarche/api/overlap-plan.ts'
import { propertyOf, sayWord } from '@demarche/core/portfolio/record-kind.ts'
import type { RecordKind } from '@demarche/core'
import { deskLanguage } from '../parts/place-name.ts'
import { semicolon } from '../parts/semicolon.ts'
import { usePrintedPlaceName } from '../portfolio/places.ts'
import { useText } from '../texts.ts'
import type { OverlapWords } from './say-overlap.ts'

/** @param kind what a project is; words of themes are its own */
export function useOverlapWords(
  kind: RecordKind,
  projects: Readonly<Record<string, Pick<OverlapProject, 'name'>>>,
): OverlapWords {
  const t = useText()
  const placeName = usePrintedPlaceName()
  const themes = propertyOf(kind, 'themes')
  const joined = new Intl.ListFormat(deskLanguage(), { type: 'conjunction' })
  const and = joined.formatToParts(['', '']).find(({ type }) => type === 'literal')?.value ?? ','
  return {
    t,
    placeName,
    themeName: (theme) => (themes ? sayWord(themes, theme) : theme),
    projectName: (entity) => (entity === PLAN ? t('overlaps.plan') : (projects[entity]?.name ?? entity)),
    // where a word has a comma or an "and" itself, semicolons keep them apart
    list: (words) =>
      words.some((word) => word.includes(',') || word.includes(and))
        ? words.join(semicolon())
        : joined.format(words),
  }
}
