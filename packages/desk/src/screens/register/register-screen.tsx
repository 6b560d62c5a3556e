/** The register of listings: who stood listed on the date of the frame, by which act and after which case. */
import type { ListingListAnswer } from '@demarche/api'
import { formatPartialDate } from '../../parts/format-date.ts'
import { useAddressValues } from '../../frame/address.ts'
import { Await } from '../../parts/await.tsx'
import { Empty } from '../../parts/empty.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { useText } from '../../texts.ts'
import { filterListings, LISTING_KINDS, type RegisterQuery } from './register-filter.ts'
import { RegisterFilters } from './register-filters.tsx'
import { RegisterNotes } from './register-notes.tsx'
import { RegisterTable } from './register-table.tsx'
import { caseName, useRegister } from './use-register.ts'

function readQuery(search: URLSearchParams): RegisterQuery {
  return {
    q: search.get('q') ?? undefined,
    caseSlug: search.get('case') ?? undefined,
    state: search.get('state') ?? undefined,
    kind: LISTING_KINDS.find((kind) => kind === search.get('kind')),
  }
}

function Lead({ answer }: { readonly answer: ListingListAnswer }) {
  const t = useText()
  const read = formatPartialDate(answer.readUntil)
  return (
    <>
      {t('register.on', {
        date: formatPartialDate(answer.asOf),
        persons: t('register.persons', { count: answer.counts.persons }),
        entities: t('register.entities', { count: answer.counts.entities }),
      })}{' '}
      {answer.asOf > answer.readUntil ? t('register.readUntil', { read }) : t('register.wording', { read })}
    </>
  )
}

export default function RegisterScreen() {
  const t = useText()
  const register = useRegister()
  const [search, change] = useAddressValues()
  const query = readQuery(search)
  return (
    <>
      <PageHead title={t('register.title')} lead={t('register.lead')} />
      <Await query={register}>
        {(answer) => {
          const listings = filterListings(answer.listings, query, (slug) => caseName(answer.cases, slug))
          return (
            <>
              {answer.listings.length === 0 ? (
                <Empty title={t('register.noneTitle')} text={t('register.noneText')} />
              ) : (
                <>
                  <p className="register-count">
                    <Lead answer={answer} />
                  </p>
                  <RegisterFilters answer={answer} query={query} shown={listings.length} onChange={change} />
                  {listings.length === 0 ? (
                    <Empty title={t('register.filteredTitle')} text={t('register.filteredText')}>
                      <button type="button" onClick={() => change({ q: '', case: '', state: '', kind: '' })}>
                        {t('cases.clear')}
                      </button>
                    </Empty>
                  ) : (
                    <RegisterTable answer={answer} listings={listings} />
                  )}
                </>
              )}
              <RegisterNotes answer={answer} />
            </>
          )
        }}
      </Await>
    </>
  )
}
