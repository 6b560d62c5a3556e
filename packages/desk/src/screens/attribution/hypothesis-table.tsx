/**
 * Competing hypotheses against evidence (ACH): the hypothesis with the fewest inconsistent items stands best.
 *
 * Each cell is a reading; changing it puts a person's reading on record.
 */
import type { Dossier } from '@demarche/core'
import { useState } from 'react'
import { GroundsButton } from '../../grounds/grounds-button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { MayRecord, useMayRecord } from '../../record/may-record.tsx'
import { RecordDialog } from '../../record/record-dialog.tsx'
import { useText } from '../../texts.ts'

const SYMBOLS = { consistent: '+', inconsistent: '−', neutral: '·', contested: '◐', open: '○' } as const

interface Props {
  readonly dossier: Dossier
  readonly onAdd: (what: 'hypothesis' | 'evidence') => void
}

export function HypothesisTable({ dossier, onAdd }: Props) {
  const t = useText()
  const mayRecord = useMayRecord()
  const [reading, setReading] = useState<{ hypothesis: string; evidence: string; reading: string } | null>(
    null,
  )
  const { hypotheses, rows } = dossier.attribution.matrix
  const fewest = Math.min(...hypotheses.map(({ inconsistent }) => inconsistent))
  return (
    <section aria-labelledby="ach-title">
      <div className="section-head">
        <h2 id="ach-title">{t('ach.title')}</h2>
        <MayRecord>
          <div className="actions">
            <button type="button" onClick={() => onAdd('hypothesis')}>
              {t('attribution.add.hypothesis')}
            </button>
            <button type="button" onClick={() => onAdd('evidence')}>
              {t('attribution.add.evidence')}
            </button>
          </div>
        </MayRecord>
      </div>
      <p className="quiet">{t('ach.how')}</p>
      {hypotheses.length === 0 && rows.length === 0 ? (
        <Empty title={t('ach.emptyTitle')} text={t('ach.emptyText')} />
      ) : (
        <div className="scroll" tabIndex={0} role="group" aria-label={t('ach.title')}>
          <table className="table ach">
            <caption className="sr-only">{t('ach.caption')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('ach.evidence')}</th>
                {hypotheses.map((hypothesis) => (
                  <th scope="col" key={hypothesis.id}>
                    <GroundsButton topic={{ kind: 'hypothesis', id: hypothesis.id }}>
                      <span className="mono">{hypothesis.id}</span> {hypothesis.text}
                    </GroundsButton>
                  </th>
                ))}
                <th scope="col" className="num">
                  {t('ach.diagnosticity')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <GroundsButton row topic={{ kind: 'evidence', id: row.id }}>
                      <span className="mono">{row.id}</span> {row.text}
                    </GroundsButton>
                  </th>
                  {hypotheses.map((hypothesis) => {
                    const value = row.readings[hypothesis.id] ?? 'open'
                    return (
                      <td key={hypothesis.id} data-reading={value}>
                        <button
                          type="button"
                          disabled={!mayRecord}
                          className="reading"
                          aria-label={t('ach.cell', {
                            evidence: row.id,
                            hypothesis: hypothesis.id,
                            reading: t(`reading.${value}`),
                          })}
                          onClick={() =>
                            setReading({
                              hypothesis: hypothesis.id,
                              evidence: row.id,
                              reading: value === 'open' || value === 'contested' ? '' : value,
                            })
                          }
                        >
                          <span aria-hidden="true">{SYMBOLS[value]}</span> {t(`reading.${value}`)}
                        </button>
                      </td>
                    )
                  })}
                  <td className="num">{Math.round(row.diagnosticity * 100)} %</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('ach.inconsistent')}</th>
                {hypotheses.map((hypothesis) => (
                  <td key={hypothesis.id}>
                    <strong>{hypothesis.inconsistent}</strong>{' '}
                    {hypothesis.inconsistent === fewest && rows.length > 0 && (
                      <span className="quiet">{t('ach.fewest')}</span>
                    )}
                  </td>
                ))}
                <td />
              </tr>
            </tfoot>
          </table>
        </div>
      )}
      {reading && (
        <RecordDialog
          property="evidenceReading"
          title={t('ach.setReading')}
          value={reading}
          onClose={() => setReading(null)}
        />
      )}
    </section>
  )
}
