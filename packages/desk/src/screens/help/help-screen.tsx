/** Help: shortcuts, what the labels and verdicts mean, how to get on. */
import { AUTHORITIES } from '@demarche/core/kernel/doctrine-entry.ts'
import { TLP_LABELS } from '@demarche/core/kernel/marking.ts'
import { CREDIBILITIES, RELIABILITIES } from '@demarche/core/kernel/statement.ts'
import { VERDICTS } from '@demarche/core/kernel/verdict.ts'
import { LetterSwitch } from '../../actions/letter-switch.tsx'
import { ShortcutList } from '../../actions/shortcut-list.tsx'
import { MarkingLabel } from '../../frame/marking-banner.tsx'
import { AuthorityMark, Unverified } from '../../parts/authority-mark.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { VerdictChip } from '../../parts/verdict-chip.tsx'
import { useText } from '../../texts.ts'

const TERMS = [
  'grounds',
  'asOf',
  'contested',
  'unknown',
  'turnsOn',
  'found',
  'dates',
  'place',
  'band',
  'proportionality',
  'estimate',
  'claim',
  'diagnosticity',
  'precedent',
  'consistency',
  'paper',
  'retract',
  'undo',
  'procedure',
  'reconstruction',
  'position',
  'silence',
  'voteNow',
  'portfolio',
  'doubts',
  'passkey',
  'goals',
] as const

export default function HelpScreen() {
  const t = useText()
  return (
    <>
      <PageHead title={t('help.title')} lead={t('help.lead')} />
      <div className="columns two help">
        <section>
          <h2>{t('shortcuts.title')}</h2>
          <ShortcutList />
          <LetterSwitch />
        </section>
        <section>
          <h2>{t('help.authorities')}</h2>
          <dl className="pairs wide">
            {AUTHORITIES.map((authority) => (
              <div key={authority}>
                <dt>
                  <AuthorityMark authority={authority} />
                </dt>
                <dd>{t(`help.authority.${authority}`)}</dd>
              </div>
            ))}
            <div>
              <dt>
                <Unverified />
              </dt>
              <dd>{t('unverified.meaning')}</dd>
            </div>
          </dl>
          <h2>{t('help.verdicts')}</h2>
          <dl className="pairs wide">
            {VERDICTS.map((verdict) => (
              <div key={verdict}>
                <dt>
                  <VerdictChip verdict={verdict} />
                </dt>
                <dd>{t(`help.verdict.${verdict}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h2>{t('help.terms')}</h2>
          <dl className="terms">
            {TERMS.map((term) => (
              <div key={term}>
                <dt>{t(`help.term.${term}`)}</dt>
                <dd>{t(`help.meaning.${term}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h2>{t('help.markings')}</h2>
          <dl className="pairs wide">
            {TLP_LABELS.map((tlp) => (
              <div key={tlp}>
                <dt>
                  <MarkingLabel marking={{ distribution: 'PUBLIC', tlp }} />
                </dt>
                <dd>{t(`marking.meaning.${tlp}`)}</dd>
              </div>
            ))}
          </dl>
          <p className="quiet">{t('help.limite')}</p>
          <h2>{t('help.grading')}</h2>
          <ul className="grading">
            {RELIABILITIES.map((one) => (
              <li key={one}>
                <strong>{one}</strong> {t(`reliability.${one}`)}
              </li>
            ))}
            {CREDIBILITIES.map((one) => (
              <li key={one}>
                <strong>{one}</strong> {t(`credibility.${one}`)}
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}
