/** One clause of a draft with what it may do to norms and principles, the reason, and what the person says of it. */
import { STRENGTHS } from '@demarche/core/portfolio/norms/crosswalk.ts'
import { compareWords } from '@demarche/core/procedure/joint-text/compare-words.ts'
import type { ClauseSuggestion, ComparedClause } from '@demarche/core'
import { normPath, recordPath } from '../../frame/address.ts'
import { GoLink } from '../../frame/go-link.tsx'
import { MayRecord } from '../../record/may-record.tsx'
import { useText } from '../../texts.ts'
import { WordRuns } from '../procedure/text/word-runs.tsx'
import { type ComparedDraft, judgedKey, OFFERED } from './compared-draft.ts'

interface Props {
  readonly index: number
  readonly compared: ComparedClause
  readonly draft: ComparedDraft
  readonly onChange: (draft: ComparedDraft) => void
}

/** From this share of kept letters on, differences are shown word by word. */
const NEAR_EQUAL = 0.5

export function ClauseCard({ index, compared, draft, onChange }: Props) {
  const t = useText()
  const { clause, suggestions } = compared
  return (
    <li className="clause">
      <p className="clause-text">
        {clause.number !== undefined && <span className="quiet num">{clause.number} </span>}
        {clause.text}
      </p>
      <div>
        {suggestions.length === 0 ? (
          <p className="quiet">{t('compare.nothing')}</p>
        ) : (
          <ul className="plain-rows">
            {suggestions.map((suggestion) => (
              <SuggestionRow
                key={suggestion.of.id}
                index={index}
                text={clause.text}
                suggestion={suggestion}
                draft={draft}
                onChange={onChange}
              />
            ))}
          </ul>
        )}
        <MayRecord>
          <div className="field">
            <label htmlFor={`beyond-${index}`}>
              {t('compare.uncovered')}
              <span className="sr-only"> {t('compare.ofClause', { clause: index + 1 })}</span>
            </label>
            <input
              id={`beyond-${index}`}
              value={draft.beyond[String(index)] ?? ''}
              onChange={(event) =>
                onChange({ ...draft, beyond: { ...draft.beyond, [String(index)]: event.target.value } })
              }
            />
          </div>
        </MayRecord>
      </div>
    </li>
  )
}

interface SuggestionProps extends Omit<Props, 'compared'> {
  readonly text: string
  readonly suggestion: ClauseSuggestion
}

function SuggestionRow({ index, text, suggestion, draft, onChange }: SuggestionProps) {
  const t = useText()
  const { of, relation, reasons } = suggestion
  const runs = compareWords(of.wording, text)
  const kept = runs.reduce((sum, run) => sum + (run.kind === 'kept' ? run.text.trim().length : 0), 0)
  const isNear = kept >= NEAR_EQUAL * Math.max(of.wording.length, text.length)
  return (
    <li className="suggestion">
      <p>
        <span className="strength" data-strength={relation === 'repeats' ? 'equal' : relation}>
          {t(`compare.may.${relation}`)}
        </span>{' '}
        <GoLink to={of.letter === undefined ? recordPath(of.id) : normPath(of.id)}>
          {of.letter === undefined ? of.wording : t('norm.title', { letter: of.letter, label: of.wording })}
        </GoLink>
      </p>
      {isNear && <WordRuns runs={runs} />}
      <Reason label={t('compare.shared')} words={reasons.shared} />
      {relation === 'extends' && <Reason label={t('compare.added')} words={reasons.added} />}
      {relation === 'contradicts' && <Reason label={t('compare.opposed')} words={reasons.opposed} />}
      {of.letter !== undefined && (
        <MayRecord>
          <Judgement
            index={index}
            norm={of.id}
            letter={of.letter}
            offered={OFFERED[relation]}
            draft={draft}
            onChange={onChange}
          />
        </MayRecord>
      )}
    </li>
  )
}

function Reason({ label, words }: { readonly label: string; readonly words: readonly string[] }) {
  if (words.length === 0) return null
  return (
    <p className="reason">
      <span className="quiet">{label}</span> {words.join(' · ')}
    </p>
  )
}

interface JudgementProps extends Omit<Props, 'compared'> {
  readonly norm: string
  readonly letter: string
  readonly offered: (typeof STRENGTHS)[number]
}

/** Nothing is chosen for the person; the relation that was found stands first among what can be chosen. */
function Judgement({ index, norm, letter, offered, draft, onChange }: JudgementProps) {
  const t = useText()
  const key = judgedKey(index, norm)
  const choose = (value: string) => {
    const { [key]: _, ...others } = draft.judged
    const chosen = STRENGTHS.find((one) => one === value)
    onChange({ ...draft, judged: chosen === undefined ? others : { ...others, [key]: chosen } })
  }
  return (
    <p className="judgement">
      <label htmlFor={`judged-${key}`}>
        {t('compare.judgement', { letter })}
        <span className="sr-only"> {t('compare.ofClause', { clause: index + 1 })}</span>
      </label>
      <select
        id={`judged-${key}`}
        value={draft.judged[key] ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{t('compare.notConfirmed')}</option>
        {[offered, ...STRENGTHS.filter((one) => one !== offered)].map((strength) => (
          <option key={strength} value={strength}>
            {t(`strength.${strength}`)}
          </option>
        ))}
      </select>
    </p>
  )
}
