/** One paragraph of the joint text: its words, how far it is agreed, who holds it, and the amendments to it side by side. */
import { euCountryCode } from '@demarche/core/kernel/country-code.ts'
import type { Hold, ParagraphState, TextParagraph } from '@demarche/core'
import { useTyped, wordsSchema } from '../../../frame/typed.ts'
import { formatInstant } from '../../../parts/format-value.ts'
import { useText } from '../../../texts.ts'
import { partyName } from '../../../parts/party-name.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'
import { ActTrouble } from './act-trouble.tsx'
import { AmendForm, type AmendKind } from './amend-form.tsx'
import { AmendmentCard } from './amendment-card.tsx'
import { useMay, useTextAct } from './use-text-act.ts'

const SIGNS: Readonly<Record<ParagraphState, string>> = { agreed: '✓', open: '○', reserved: '■' }
const KINDS: readonly AmendKind[] = ['replace', 'insert', 'delete']

export function Holds({ holds }: { readonly holds: readonly Hold[] }) {
  const t = useText()
  const { doctrine } = useProcedureOnScreen()
  return (
    <ul className="holds">
      {holds.map(({ statement, party, position, comment, version, wordsChanged }) => (
        <li key={`${statement} ${party}`}>
          <strong>
            <abbr title={partyName(doctrine, party)}>{euCountryCode(party)}</abbr> {t(`position.${position}`)}
          </strong>{' '}
          <span className="quiet">{t('text.onVersion', { version })}</span>
          {comment && `${t('mark.colon')} ${comment}`}{' '}
          {wordsChanged && (
            <span className="tag" data-tone="warn">
              {t('text.wordsChanged')}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

export function ParagraphCard({
  paragraph,
  number,
}: {
  readonly paragraph: TextParagraph
  readonly number: number
}) {
  const t = useText()
  const { answer, doctrine } = useProcedureOnScreen()
  const may = useMay()
  const act = useTextAct()
  const [typed, setTyped] = useTyped(answer.entity, `paragraph ${paragraph.id}`, wordsSchema)
  const { id, text, status, agreement, holds, pending, decided } = paragraph
  const kind = KINDS.find((one) => one === typed?.['kind'])
  const heading = `paragraph-${id}`
  const mayAgree = (may('agree-paragraph')?.allowed ?? false) && agreement === undefined
  // TXT-20
  const waits = holds.length > 0 || pending.some((amendment) => amendment.kind !== 'insert')
  return (
    <section className="paragraph" data-status={status} aria-labelledby={heading}>
      <div className="paragraph-head">
        <h3 id={heading}>
          {t('text.paragraph', { number })}
          {id !== `p${number}` && <span className="mono quiet"> {id}</span>}
        </h3>
        <span className="chip paragraph-status" data-status={status}>
          <span aria-hidden="true">{SIGNS[status]}</span> {t(`text.status.${status}`)}
          {holds.length > 0 &&
            ` ${t('text.heldBy', { parties: holds.map(({ party }) => euCountryCode(party)).join(', ') })}`}
        </span>
      </div>
      <p className="paragraph-text">{text}</p>
      {agreement && (
        <p className="quiet">
          {t(status === 'agreed' ? 'text.agreedBy' : 'text.wasAgreedBy', {
            party: partyName(doctrine, agreement.party),
            when: formatInstant(agreement.at),
          })}
        </p>
      )}
      {holds.length > 0 && <Holds holds={holds} />}
      {pending.length > 0 && (
        <div className="amendments">
          {pending.map((amendment) => (
            <AmendmentCard key={amendment.statement} amendment={amendment} now={text} />
          ))}
        </div>
      )}
      {decided.length > 0 && (
        <details className="more">
          <summary>{t('text.decided', { count: decided.length })}</summary>
          <div className="amendments">
            {decided.map((amendment) => (
              <AmendmentCard key={amendment.statement} amendment={amendment} now={text} />
            ))}
          </div>
        </details>
      )}
      <ActTrouble act={act} stillAllowed={may('agree-paragraph')?.allowed ?? false} />
      {kind ? (
        <AmendForm
          kind={kind}
          paragraph={paragraph}
          typed={typed ?? {}}
          onType={(next) => setTyped(next && { ...next, kind })}
        />
      ) : (
        <div className="actions">
          {mayAgree && waits && <p className="quiet">{t('text.agreeAfter')}</p>}
          {mayAgree && !waits && (
            <button
              type="button"
              disabled={act.isPending || act.between !== null}
              onClick={() => act.send({ verb: 'agree-paragraph', paragraph: id }, () => undefined)}
            >
              {t('text.agree')}
              <span className="sr-only"> ({t('text.paragraph', { number })})</span>
            </button>
          )}
          {may('amend')?.allowed &&
            KINDS.map((one) => (
              <button
                key={one}
                type="button"
                className="button-quiet"
                onClick={() => setTyped({ kind: one })}
              >
                {t(`text.start.${one}`)}
                <span className="sr-only"> ({t('text.paragraph', { number })})</span>
              </button>
            ))}
        </div>
      )}
    </section>
  )
}
