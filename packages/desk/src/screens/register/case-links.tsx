/** The cases that a listing's reasons speak of; a case that is on record can be opened. */
import type { ListingListAnswer } from '@demarche/api'
import { casePath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { words } from '../../parts/format-value.ts'
import { useText } from '../../texts.ts'

interface Props {
  readonly slugs: readonly string[]
  readonly cases: ListingListAnswer['cases']
}

export function CaseLinks({ slugs, cases }: Props) {
  const t = useText()
  return (
    <ul className="case-links">
      {slugs.map((slug) => {
        const found = cases.find((one) => one.slug === slug)
        return (
          <li key={slug}>
            {found?.entity ? (
              <GoLink to={casePath(found.entity)}>{found.name}</GoLink>
            ) : (
              <>
                {found?.name ?? words(slug)} <span className="quiet">{t('register.noCase')}</span>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
