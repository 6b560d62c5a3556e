/** What a version gave up against the first one: counted words and paragraphs, and what our word list calls weaker. */
import { givenUp, type GivenUpFinding } from '@demarche/core/procedure/joint-text/given-up.ts'
import { LADDERS } from '@demarche/core/procedure/joint-text/strength-words.ts'
import { useState } from 'react'
import { AuthorityMark } from '../../../parts/authority-mark.tsx'
import { useText } from '../../../texts.ts'
import { useProcedureOnScreen } from '../procedure-context.ts'

export function GivenUpList() {
  const t = useText()
  const { answer } = useProcedureOnScreen()
  const { versions } = answer.text
  const [chosen, setChosen] = useState<number>()
  const first = versions[0]
  const version = versions[(chosen ?? versions.length) - 1]
  if (!first || !version || versions.length < 2) return null
  const { words, findings } = givenUp(first, version)
  const facts = findings.filter(({ rule }) => rule === 'TXT-12')
  const judged = findings.filter(({ rule }) => rule === 'TXT-13')
  return (
    <section aria-labelledby="given-up-title">
      <h2 id="given-up-title">{t('givenUp.title')}</h2>
      <div className="field compare-choice">
        <label htmlFor="given-up-version">{t('givenUp.of')}</label>
        <select
          id="given-up-version"
          value={version.number}
          onChange={(event) => setChosen(Number(event.target.value))}
        >
          {versions.slice(1).map(({ number }) => (
            <option key={number} value={number}>
              {t('text.version', { number })}
            </option>
          ))}
        </select>
      </div>
      <p>{t('givenUp.words', { removed: words.removed, first: words.first, added: words.added })}</p>
      {facts.length > 0 && (
        <ul className="findings">
          {facts.map((finding, index) => (
            <li key={index}>
              <Finding finding={finding} />
            </li>
          ))}
        </ul>
      )}
      <h3>{t('givenUp.judged')}</h3>
      <p className="hint">
        <AuthorityMark authority="our-judgement" />
        {t('mark.colon')} {t('givenUp.judgedHow')}
      </p>
      {judged.length === 0 ? (
        <p className="quiet">{t('givenUp.noneJudged')}</p>
      ) : (
        <ul className="findings">
          {judged.map((finding, index) => (
            <li key={index}>
              <Finding finding={finding} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Finding({ finding }: { readonly finding: GivenUpFinding }) {
  const t = useText()
  const place = <span className="mono">{finding.paragraph}</span>
  switch (finding.kind) {
    case 'paragraph-removed':
      return (
        <>
          {place} {t('givenUp.paragraph')} <del>{finding.was}</del>
        </>
      )
    case 'words-removed':
      return (
        <>
          {place} <del>{finding.was}</del>{' '}
          {finding.now === '' ? (
            <span className="quiet">{t('givenUp.nothing')}</span>
          ) : (
            <>
              {t('givenUp.became')} <ins>{finding.now}</ins>
            </>
          )}
        </>
      )
    case 'weakened':
      return (
        <>
          {place}{' '}
          {t('givenUp.weaker', { about: LADDERS.find(({ id }) => id === finding.about)?.label ?? '' })}{' '}
          <del>{finding.was.seen}</del> {t('givenUp.became')}{' '}
          {finding.now ? <ins>{finding.now.seen}</ins> : <span className="quiet">{t('givenUp.noWord')}</span>}
          <span className="sentence">
            {t('givenUp.was')} <q>{finding.was.sentence}</q>
          </span>
          {finding.now && (
            <span className="sentence">
              {t('givenUp.now')} <q>{finding.now.sentence}</q>
            </span>
          )}
          {finding.stillIn.length > 0 && (
            <span className="sentence">
              {t('givenUp.stillIn', { paragraphs: finding.stillIn.join(', ') })}
            </span>
          )}
        </>
      )
    case 'hedge-added':
    case 'negation-added':
      return (
        <>
          {place} {t(`givenUp.${finding.kind}`)} <ins>{finding.now.seen}</ins>
          <span className="sentence">
            {t('givenUp.now')} <q>{finding.now.sentence}</q>
          </span>
        </>
      )
  }
}
