/** Where something stands, as its source is called there: titles and places are not translated, and say so to assistive technology. */
import type { Citation } from '@demarche/core'
import { ON_RECORD } from './language-on-record.ts'

export function Cited({
  citation,
  className,
}: {
  readonly citation: Pick<Citation, 'document' | 'locator'>
  readonly className?: string
}) {
  return (
    <span lang={ON_RECORD} className={className}>
      {citation.document}, {citation.locator}
    </span>
  )
}
