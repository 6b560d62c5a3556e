/**
 * The rights check before a procedure, as the server will weigh it (RGT-08 to RGT-10): what is missing, with the way to the
 * check, or the reason that it asks for.
 *
 * With a package it is the check of the measures of the package; without one, that of each chosen measure.
 */
import { type OpeningWeighed, weighOpening } from '@demarche/core/rights/weigh-opening.ts'
import type { Doctrine, Dossier, RightsCheck } from '@demarche/core'
import { today } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { useText } from '../../texts.ts'
import { checkOf, rightsPath } from '../rights/rights-words.ts'
import type { OpenDraft } from './openable-measures.ts'

export interface Gate {
  readonly check: RightsCheck
  readonly weighed: OpeningWeighed
}

/** The checks on which what is chosen would be opened; none while nothing is chosen from the catalogue. */
export function rightsGates(
  dossier: Pick<Dossier, 'packages' | 'rights' | 'asOf'>,
  doctrine: Doctrine,
  draft: Pick<OpenDraft, 'package' | 'path'>,
  chosen: readonly string[],
): readonly Gate[] {
  const ofPackage = dossier.packages.find(({ id }) => id === draft.package)?.steps
  const sets = ofPackage ? [ofPackage.map(({ measure }) => measure)] : chosen.map((measure) => [measure])
  return sets
    .filter((set) => set.length > 0)
    .map((set) => {
      const check = checkOf(dossier, doctrine, set)
      return { check, weighed: weighOpening(doctrine, check, draft.path, today()) }
    })
}

interface Props {
  readonly entity: string
  readonly gates: readonly Gate[]
  readonly reason: string
  readonly fault: string | undefined
  readonly onReason: (reason: string) => void
}

export function RightsGate({ entity, gates, reason, fault, onReason }: Props) {
  const t = useText()
  const shown = gates.filter(({ weighed }) => weighed.opens !== 'free')
  if (shown.length === 0) return null
  const needsReason = shown.some(({ weighed }) => weighed.opens === 'reason')
  return (
    <div>
      {shown.map(({ check, weighed }) => (
        <div key={check.measures.join(' ')} className="note" data-tone="warn" role="status">
          <h3>{t(weighed.opens === 'refused' ? 'rights.gate.refused' : 'rights.gate.reason')}</h3>
          {weighed.opens !== 'free' && <p>{weighed.why}</p>}
          <p>
            <GoLink to={rightsPath(entity, check.measures)}>{t('rights.goTo')}</GoLink>
          </p>
        </div>
      ))}
      {needsReason && (
        <div className="field" data-invalid={fault !== undefined}>
          <label htmlFor="open-rights-reason">{t('rights.reason')}</label>
          <p className="hint" id="open-rights-reason-hint">
            {t('rights.reasonHint')}
          </p>
          {fault && (
            <p className="field-error" id="open-rights-reason-error">
              {fault}
            </p>
          )}
          <textarea
            id="open-rights-reason"
            rows={3}
            value={reason}
            aria-invalid={fault !== undefined}
            aria-describedby={fault ? 'open-rights-reason-error' : 'open-rights-reason-hint'}
            onChange={(event) => onReason(event.target.value)}
          />
        </div>
      )}
    </div>
  )
}
