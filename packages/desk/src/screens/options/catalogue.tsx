/** The whole catalogue by category: available, not available, or turning on something, and why. */
import { CATEGORIES } from '@demarche/core/kernel/doctrine.ts'
import type { MeasureFinding } from '@demarche/core'
import { openLabel } from '../../grounds/labels.ts'
import { GroundsButton } from '../../grounds/grounds-button.tsx'
import { AuthorityMark } from '../../parts/authority-mark.tsx'
import { reasonInDesk } from '../../parts/say-reason.ts'
import { semicolon } from '../../parts/semicolon.ts'
import { useText } from '../../texts.ts'
import { useCase } from '../case/case-context.ts'
import { CategoryTag } from './category-tag.tsx'
import { shownMeasures } from './shown-measures.ts'

const SYMBOLS = { available: '✓', 'not-available': '✕', 'turns-on': '○' } as const

function Row({ finding }: { readonly finding: MeasureFinding }) {
  const t = useText()
  const { dossier, doctrine } = useCase()
  const open = finding.turnsOn.map((id) => openLabel(dossier, doctrine, id, t))
  return (
    <tr>
      <th scope="row">
        <GroundsButton row topic={{ kind: 'measure', id: finding.measure }} verified={finding.verified}>
          {finding.label}
        </GroundsButton>
        {finding.role === 'adjacent-option' && <CategoryTag category={finding.category} />}
        {finding.role === 'lifecycle-act' && <span className="tag">{t(`role.${finding.role}`)}</span>}
      </th>
      <td data-label={t('options.availability')}>
        <span className="chip" data-availability={finding.availability}>
          <span aria-hidden="true">{SYMBOLS[finding.availability]}</span>
          {'\u00a0'}
          {t(`availability.${finding.availability}`)}
        </span>
      </td>
      <td data-label={t('options.why')} className="cell-why">
        <div>
          {finding.availability === 'turns-on' && open.length > 0 && (
            <p>
              {t('options.turnsOnWhat')} {open.slice(0, 4).join(semicolon())}
              {open.length > 4 && ` ${t('options.andMore', { count: open.length - 4 })}`}
            </p>
          )}
          {finding.reasons.map((reason, index) => (
            <p key={index} className="quiet">
              <AuthorityMark authority={reason.authority} short />{' '}
              {reasonInDesk(t, reason.words, reason.text)}
            </p>
          ))}
        </div>
      </td>
      <td data-label={t('options.attribution')}>{t(`attributionNeed.${finding.attributionNeed}`)}</td>
      <td className="num" data-label={t('options.escalationShort')}>
        {finding.escalation}
      </td>
    </tr>
  )
}

function Table({
  caption,
  findings,
}: {
  readonly caption: string
  readonly findings: readonly MeasureFinding[]
}) {
  const t = useText()
  return (
    <table className="table cards catalogue">
      <caption className="sr-only">{t('options.catalogueCaption', { category: caption })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('options.measure')}</th>
          <th scope="col">{t('options.availability')}</th>
          <th scope="col">{t('options.why')}</th>
          <th scope="col">{t('options.attribution')}</th>
          <th scope="col" className="num">
            {t('options.escalationShort')}
          </th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <Row key={finding.measure} finding={finding} />
        ))}
      </tbody>
    </table>
  )
}

export function Catalogue() {
  const t = useText()
  const { dossier } = useCase()
  const { measures, adjacent } = shownMeasures(dossier)
  const count = (state: MeasureFinding['availability']) =>
    // as the paper counts: what lies beside the Toolbox, and what concerns a listing that stands, is no measure of it
    measures.filter(({ role, availability }) => role === 'measure' && availability === state).length
  return (
    <section aria-labelledby="catalogue-title">
      <h2 id="catalogue-title">{t('options.catalogue')}</h2>
      <p className="quiet">
        {t('options.catalogueCount', {
          available: count('available'),
          turnsOn: count('turns-on'),
          not: count('not-available'),
        })}
      </p>
      {CATEGORIES.map((category) => {
        const own = measures.filter((one) => one.category === category)
        return own.length === 0 ? null : (
          <section key={category}>
            <h3>
              <CategoryTag category={category} />
            </h3>
            <Table caption={t(`category.${category}`)} findings={own} />
          </section>
        )
      })}
      {adjacent.length > 0 && (
        <section>
          <h3>{t('options.adjacent')}</h3>
          <p className="quiet">{t('options.adjacentNote')}</p>
          <Table caption={t('options.adjacent')} findings={adjacent} />
        </section>
      )}
    </section>
  )
}
