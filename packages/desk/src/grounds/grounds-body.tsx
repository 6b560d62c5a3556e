/** The inside of the Grounds panel, in a fixed order: what, how sure, on what authority, why, who said so. */
import type { Dossier, Proof, Support } from '@demarche/core'
import type { RefObject } from 'react'
import { normPath } from '../frame/address.ts'
import { GoLink } from '../frame/go-link.tsx'
import { AuthorityMark, Unverified } from '../parts/authority-mark.tsx'
import { Cited } from '../parts/cited.tsx'
import { formatPartialDate } from '../parts/format-date.ts'
import { languageOf } from '../parts/language-on-record.ts'
import { LevelDots } from '../parts/level-dots.tsx'
import { SaidValue } from '../parts/said.tsx'
import { VerdictChip } from '../parts/verdict-chip.tsx'
import type { OnRecord } from '../record/on-record.ts'
import { useText } from '../texts.ts'
import type { Grounds } from './grounds.ts'
import { ProofTree } from './proof-tree.tsx'
import { StatementCard } from './statement-card.tsx'

function supportUnder(proof: Proof): readonly Support[] {
  return [...proof.support, ...proof.parts.flatMap(supportUnder)]
}

function Authority({ grounds }: { readonly grounds: Grounds }) {
  const t = useText()
  const { authority, nature, citation, verified, readInPart, inForce, doctrineId, normOf } = grounds
  if (!authority && !citation) return null
  return (
    <div className="grounds-authority">
      <p>
        {authority && <AuthorityMark authority={authority} />}
        {authority && verified !== undefined && ' · '}
        {verified === false ? (
          <Unverified />
        ) : (
          verified && (
            <span className="quiet">{t(readInPart ? 'grounds.readInPart' : 'grounds.verified')}</span>
          )
        )}
      </p>
      {nature && <p className="quiet">{nature}</p>}
      {citation && (
        <p>
          <Cited citation={citation} />
          {citation.address && /^https?:/.test(citation.address) && (
            <>
              {' '}
              <a className="break" href={citation.address} target="_blank" rel="noreferrer noopener">
                {citation.address}
              </a>
            </>
          )}
        </p>
      )}
      {inForce && (
        <p className="quiet">
          {inForce.to
            ? t('grounds.inForceBetween', {
                from: formatPartialDate(inForce.from),
                to: formatPartialDate(inForce.to),
              })
            : t('grounds.inForceSince', { from: formatPartialDate(inForce.from) })}
        </p>
      )}
      {doctrineId && (
        <p>
          <GoLink to={`/doctrine/${encodeURIComponent(doctrineId)}`}>{t('grounds.readEntry')}</GoLink>
        </p>
      )}
      {normOf && (
        <p>
          <GoLink to={normPath(normOf.norm, normOf.states)}>{t('normPage.ofCase')}</GoLink>
        </p>
      )}
    </div>
  )
}

interface Props {
  readonly grounds: Grounds
  /** of the case on screen */
  readonly dossier: Dossier | undefined
  /** of the case or the record on screen */
  readonly onRecord: OnRecord | undefined
  readonly headingRef: RefObject<HTMLHeadingElement | null>
}

export function GroundsBody({ grounds, dossier, onRecord, headingRef }: Props) {
  const t = useText()
  const { proof, alternatives, property } = grounds
  const support = [...grounds.support, ...(proof ? supportUnder(proof) : [])]
  const seen = new Map(support.map((one) => [one.statement, one]))
  const unit = onRecord?.facts.find((row) => row.property === property)?.unit
  return (
    <div className="grounds-body">
      <p className="eyebrow">{grounds.kind}</p>
      <h2 ref={headingRef} tabIndex={-1}>
        {grounds.title}
      </h2>
      {grounds.verdict && (
        <p>
          <VerdictChip {...grounds.verdict} family="test" />
        </p>
      )}
      {grounds.level && (
        <p>
          <LevelDots level={grounds.level} />
        </p>
      )}
      {grounds.conclusion && <p className="conclusion">{grounds.conclusion}</p>}
      {alternatives && (
        <ul className="alternatives">
          {alternatives.map((alternative, index) => (
            <li key={index}>
              {onRecord && (
                <SaidValue
                  said={onRecord.wording.say(property ?? '', alternative.value, unit)}
                  lang={languageOf(
                    ...alternative.support.flatMap(({ statement }) => onRecord.statements[statement] ?? []),
                  )}
                />
              )}{' '}
              <span className="quiet">{t('grounds.saidBy', { count: alternative.support.length })}</span>
            </li>
          ))}
        </ul>
      )}
      <Authority grounds={grounds} />
      {grounds.sections
        .filter(({ lines }) => lines.length > 0)
        .map(({ heading, lines }) => (
          <section key={heading}>
            <h3>{heading}</h3>
            {lines.length === 1 ? (
              <p>{lines[0]}</p>
            ) : (
              <ul>
                {lines.map((line, index) => (
                  <li key={index}>{line}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
      {proof && dossier && (
        <section>
          <h3>{t('grounds.proof')}</h3>
          <ProofTree proof={proof} dossier={dossier} />
        </section>
      )}
      {onRecord && (
        <section>
          <h3>{t('grounds.statements', { count: seen.size })}</h3>
          {[...seen.values()].map((one) => {
            const statement = onRecord.statements[one.statement]
            return statement ? (
              <StatementCard key={one.statement} statement={statement} property={one.property} mayErase />
            ) : (
              <p key={one.statement} className="quiet">
                {t('grounds.statementWithheld')}
              </p>
            )
          })}
          {seen.size === 0 && <p className="quiet">{t('grounds.noStatements')}</p>}
        </section>
      )}
    </div>
  )
}
