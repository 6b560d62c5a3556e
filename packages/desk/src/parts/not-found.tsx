/** An address that leads nowhere. */
import { GoLink } from '../frame/go-link.tsx'
import { useText } from '../texts.ts'
import { Empty } from './empty.tsx'
import { PageHead } from './page-head.tsx'

export function NotFound() {
  const t = useText()
  return (
    <>
      <PageHead title={t('notFound.title')} />
      <Empty title={t('notFound.what')} text={t('notFound.how')}>
        <GoLink className="button" to="/cases">
          {t('notFound.cases')}
        </GoLink>
      </Empty>
    </>
  )
}
