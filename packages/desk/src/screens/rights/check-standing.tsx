/** How a rights check stands, in a line: its standing, what is open, which concerns there are. */
import type { RightsCheck } from '@demarche/core'
import { useText } from '../../texts.ts'
import { semicolon } from '../../parts/semicolon.ts'

const SYMBOLS = { none: '○', unsigned: '○', stale: '▲', 'review-due': '▲', signed: '✓' } as const
const LOOKS = {
  none: 'turns-on',
  unsigned: 'turns-on',
  stale: 'turns-on',
  'review-due': 'turns-on',
  signed: 'available',
} as const

export function CheckStanding({ check }: { readonly check: RightsCheck }) {
  const t = useText()
  const { standing, open, concerns, unmitigated } = check
  return (
    <>
      <span className="chip" data-availability={LOOKS[standing]}>
        <span aria-hidden="true">{SYMBOLS[standing]}</span>
        {'\u00a0'}
        {t(`rights.standing.${standing}`)}
      </span>
      {standing !== 'none' && (
        <p className="quiet">
          {[
            open.length > 0 ? t('rights.openCount', { count: open.length }) : t('rights.noneOpen'),
            concerns.length > 0
              ? t('rights.concernCount', { count: concerns.length })
              : t('rights.noConcern'),
            ...(unmitigated.length > 0 ? [t('rights.unmitigatedCount', { count: unmitigated.length })] : []),
          ].join(semicolon())}
        </p>
      )}
    </>
  )
}
